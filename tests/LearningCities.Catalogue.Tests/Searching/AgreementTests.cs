using System.Globalization;
using LearningCities.Catalogue.Searching;
using LearningCities.Search;

namespace LearningCities.Catalogue.Tests.Searching;

/// <summary>All engines find the same: over one random catalogue, by random questions.</summary>
public sealed class AgreementTests(Engines engines, ITestOutputHelper output) : IClassFixture<Engines>
{
    /// <summary>What the first ten of another engine may be worth at least, by the embedded one's measure of its own first ten.</summary>
    private const double Tolerance = 0.97;

    /// <summary>Metres: engines keep places to about a centimetre, each in its own way.</summary>
    private const double ALittle = 0.1;

    private const int Questions = 600;

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_found_and_counted_is_the_same(string engine)
    {
        var (here, there) = (await Embedded(), await Other(engine));
        var (chance, without, worth) = (new Random(7), 0, new List<double>());
        for (var number = 0; number < Questions; number++)
        {
            var asked = RandomQuestion(chance);
            var expected = await here.All(asked);
            if (expected.First.Correction is not null)
            {
                continue;
            }

            without++;
            var found = await there.All(asked);
            var about = $"question {number}: {asked.Text} | {asked}";
            Assert.True(
                expected.First.Total == found.First.Total,
                $"{about}: {expected.First.Total} here, {found.First.Total} there; in one only: {string.Join("; ", Titles(expected.Ids.Except(found.Ids).Concat(found.Ids.Except(expected.Ids))))}");
            Assert.Equal(Facets(expected.First), Facets(found.First));
            Assert.Null(found.First.Correction);
            if (asked.Sort == "relevance")
            {
                Assert.Equal(expected.Ids.Order(), found.Ids.Order());
                worth.Add(WorthOf(expected, found));
                Assert.True(worth[^1] >= Tolerance, $"{about}: the first ten are worth {worth[^1]:p1}");
            }
            else if (asked.Sort == "distance")
            {
                Assert.Equal(expected.Ids.Order(), found.Ids.Order());
                Assert.All(expected.Ids.Zip(found.Ids), pair => Assert.Equal(Metres(pair.First, asked), Metres(pair.Second, asked), ALittle));
            }
            else
            {
                Assert.Equal(expected.Ids, found.Ids);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{engine}: {without} questions without slips; the first ten are worth {worth.Min():p2} at least, {worth.Average():p2} on average"));
        Assert.True(without > Questions / 2);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_slip_leads_to_much_the_same(string engine)
    {
        var (here, there) = (await Embedded(), await Other(engine));
        var (chance, overlaps, corrected) = (new Random(11), new List<double>(), 0);
        while (overlaps.Count < 100)
        {
            var asked = new ActivityQuestion { Now = Engines.Now, Text = WithSlip(chance, RandomCatalogue.Words(chance, "hu", 1)), Limit = 100 };
            var expected = await here.All(asked);
            if (expected.First.Correction is null || expected.First.Total == 0)
            {
                continue;
            }

            var found = await there.All(asked);
            corrected += found.First.Correction == expected.First.Correction ? 1 : 0;
            overlaps.Add((double)expected.Ids.Intersect(found.Ids).Count() / expected.Ids.Union(found.Ids).Count());
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{engine}: {overlaps.Count} questions with a slip; what is found overlaps by {overlaps.Average():p1}, {overlaps.Count(o => o > 0.999)} of them wholly; {corrected} corrected to the same word"));
        Assert.True(overlaps.Average() > 0.9);
    }

    private sealed record Asking(IActivityIndex Index, Guid City)
    {
        /// <summary>All that is found, page by page.</summary>
        public async Task<(Answer<IndexedActivity> First, List<Guid> Ids, List<double> Scores)> All(ActivityQuestion asked)
        {
            var (first, ids, scores) = (default(Answer<IndexedActivity>), new List<Guid>(), new List<double>());
            for (var mark = default(Mark?); first is null || mark is not null;)
            {
                var page = await Index.Find(City, asked with { After = mark }, CancellationToken.None);
                first ??= page;
                ids.AddRange(page.Hits.Select(hit => hit.Item.Id));
                scores.AddRange(page.Hits.Select(hit => hit.Score));
                mark = page.Next;
            }

            Assert.Equal(first.Total, ids.Count);
            Assert.Equal(ids.Count, ids.Distinct().Count());
            return (first, ids, scores);
        }
    }

    private Task<Asking> Embedded() => Other(Engines.Embedded);

    private async Task<Asking> Other(string engine) => new(engines.Of(engine), await engines.Filled(engine));

    private static double WorthOf(
        (Answer<IndexedActivity> First, List<Guid> Ids, List<double> Scores) expected, (Answer<IndexedActivity> First, List<Guid> Ids, List<double> Scores) found)
    {
        var score = expected.Ids.Zip(expected.Scores).ToDictionary();
        var best = expected.Scores.Take(10).Sum();
        return best == 0 ? 1 : found.Ids.Take(10).Sum(id => score[id]) / best;
    }

    private static List<string> Facets(Answer<IndexedActivity> answer) =>
        [.. answer.Facets.OrderBy(facet => facet.Key, StringComparer.Ordinal).Select(facet => $"{facet.Key}: {string.Join(", ", facet.Value.Select(count => $"{count.Value} {count.Things}"))}")];

    private static IEnumerable<string> Titles(IEnumerable<Guid> ids) =>
        Engines.Catalogue.Where(activity => ids.Contains(activity.Id)).Take(3).Select(activity => string.Join(' ', activity.Passages().Select(passage => passage.Text)));

    private static double Metres(Guid id, ActivityQuestion asked) =>
        Engines.Catalogue.First(activity => activity.Id == id).Position is { } there ? asked.Near!.Value.To(there) : double.MaxValue;

    private static ActivityQuestion RandomQuestion(Random chance)
    {
        var near = chance.Next(3) == 0 ? new Position(46.25, 20.15) : default(Position?);
        return new()
        {
            Now = Engines.Now,
            Text = RandomText(chance),
            NamedDays = chance.Next(6) == 0 ? [Days(0, 1), Days(3, 5)] : [],
            Days = chance.Next(8) == 0 ? Days(0, 14) : null,
            DaysToCount = [("today", Days(0, 1)), ("weekend", Days(3, 5)), ("week", Days(0, 5))],
            MaxPrice = chance.Next(6) == 0 ? chance.Next(0, 30) * 10_000 : null,
            Kinds = Some(chance, "workshop", "course", "club"),
            Languages = Some(chance, "hu", "en"),
            Skills = Some(chance, "robotics", "c-sharp"),
            Access = Some(chance, "step-free"),
            Modes = Some(chance, "onsite", "online"),
            Districts = Some(chance, "belvaros", "tarjan", "nowhere"),
            Near = near,
            WithinMetres = near is not null && chance.Next(2) == 0 ? chance.Next(500, 6000) : null,
            Box = chance.Next(8) == 0 ? new Box(46.22, 20.12, 46.28, 20.18) : null,
            Sort = chance.Next(4) switch { 0 => "date", 1 when near is not null => "distance", _ => "relevance" },
            Limit = chance.Next(5, 60),
        };
    }

    private static string RandomText(Random chance)
    {
        var language = RandomCatalogue.Language(chance);
        var words = RandomCatalogue.Words(chance, language, chance.Next(1, 4));
        return chance.Next(13) switch
        {
            0 or 1 => "",
            2 => Fold.Word(words.Split(' ')[0]),
            3 => words[..Math.Max(2, words.Length / 2)].Trim(),
            4 => $"{words} -{RandomCatalogue.Words(chance, language, 1)}",
            5 => $"\"{RandomCatalogue.Words(chance, language, 2)}\"",
            6 => $"{words} {RandomCatalogue.Words(chance, "en", 2)} c-sharp",
            7 => words.ToUpperInvariant(),
            8 => $"{RandomCatalogue.Words(chance, language, 1)}szoba",
            9 => $"{words} {RandomCatalogue.Words(chance, "en", 2)} {RandomCatalogue.Words(chance, "hu", 1)}",
            10 => $"\"{RandomCatalogue.Words(chance, language, 2)}\" {RandomCatalogue.Words(chance, "en", 1)}",
            _ => words,
        };
    }

    private static string WithSlip(Random chance, string word)
    {
        var at = chance.Next(1, word.Length - 1);
        return chance.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static Window Days(int from, int to) => new(Engines.Now.AddDays(from), Engines.Now.AddDays(to));

    private static List<string> Some(Random chance, params string[] of) => chance.Next(7) == 0 ? [.. of.Where(_ => chance.Next(2) == 0)] : [];
}
