using LearningCities.Host.Demo;

namespace LearningCities.Suite.Tests.Demo;

/// <summary>The demo's JSON files are edited by hand: a slip is found here, not by who starts the demo.</summary>
public sealed class DemoContentTests
{
    public static TheoryData<string> Cities => ["szeged", "ljubljana"];

    [Theory]
    [MemberData(nameof(Cities))]
    public void Every_key_leads_to_something(string city)
    {
        var (plan, activities, stories) = DemoContent.Of(city);
        var (people, offers) = (plan.People.Select(person => person.Key), Cities.SelectMany(c => DemoContent.Of(c.Data).Stories.Offers));
        string[] learners = [.. plan.People.Where(person => person.Role == "learner").Select(person => person.Key)];
        string[] known = [.. activities.Select(activity => activity.Key)];
        string[] badges = [.. stories.Badges.Select(badge => badge.Key)];

        Assert.All(activities, a => Assert.True(plan.Organisations.ContainsKey(a.By), a.By));
        Assert.All(activities, a => Assert.True(a.Mode == "online" || plan.Venues.ContainsKey(a.At!), a.Key));
        Assert.All(plan.Venues.Values, v => Assert.Contains(v.District, plan.Places.Select(place => place.ShortName)));
        Assert.All(plan.Organisations.Values, o => Assert.Contains(o.District, plan.Places.Select(place => place.ShortName)));
        Assert.All(plan.Organisations.Keys, o => Assert.Contains(plan.People, p => p.Organisations?.Contains(o) ?? false));
        Assert.All(stories.SignUps.Keys.Concat(stories.Attended.Keys), key => Assert.Contains(key, known));
        Assert.All(stories.SignUps.SelectMany(list => list.Value), learner => Assert.Contains(learner, learners));
        Assert.All(stories.Attended, list => Assert.Subset(stories.SignUps[list.Key].ToHashSet(), list.Value.ToHashSet()));
        Assert.All(stories.Awards, award => Assert.True(badges.Contains(award.Badge) && learners.Contains(award.To), award.Because));
        Assert.All(stories.Pathways.SelectMany(p => p.Steps), step => Assert.True(step.Task is not null || known.Contains(step.Activity)));
        Assert.All(stories.Placements, p => Assert.True(offers.Any(o => o.Key == p.Offer) && plan.Organisations.ContainsKey(p.Sending)));
        Assert.Distinct(people);
        Assert.Distinct(known);
        Assert.Distinct(activities.Select(activity => activity.Title.First().Value));
    }

    [Theory]
    [InlineData("szeged", "hu", 80)]
    [InlineData("ljubljana", "sl", 20)]
    public void There_is_enough_to_do_in_the_citys_own_language_and_in_english(string city, string language, int atLeast)
    {
        var activities = DemoContent.Of(city).Activities;

        Assert.InRange(activities.Count, atLeast, 1000);
        Assert.All(activities, activity => Assert.Equal([language, "en"], activity.Title.Languages));
        Assert.All(activities, activity => Assert.InRange(activity.En.Summary.Length, 10, 160));
    }

    [Fact]
    public void A_date_that_names_no_week_is_ahead_on_every_day()
    {
        var content = DemoContent.Of("szeged");
        for (var today = new DateOnly(2026, 10, 20); today < new DateOnly(2026, 10, 27); today = today.AddDays(1))
        {
            Assert.All(content.Activities.Where(activity => activity.Starts?.Contains(' ') ?? false), activity =>
            {
                var (starts, ends) = activity.Dates(today, content.Zone);
                var days = starts!.Value - new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero);
                Assert.True(activity.Starts![3] != ' ' || days > TimeSpan.FromHours(22) && days < TimeSpan.FromDays(8), activity.Key);
                Assert.True(ends > starts, activity.Key);
            });
        }
    }

    [Fact]
    public void A_time_is_by_the_citys_clock_also_when_it_is_put_back()
    {
        var content = DemoContent.Of("szeged");
        var sunday = content.Activities.First(activity => activity.Starts == "sun 10:00");

        Assert.Equal(8, sunday.Dates(new(2026, 10, 17), content.Zone).Starts!.Value.Hour); // summer: UTC+2
        Assert.Equal(9, sunday.Dates(new(2026, 10, 24), content.Zone).Starts!.Value.Hour); // from that night: UTC+1
    }
}
