using System.Text.Json;

namespace LearningCities.Host.Demo;

/// <summary>Placements between the demo cities.</summary>
internal static class DemoPlacements
{
    /// <returns>Each offer's id and who answers for its host, by the offer's key.</returns>
    public static async Task<Dictionary<string, (Guid Id, DemoCaller Host)>> Offer(this DemoCity city, DateOnly today)
    {
        var offers = new Dictionary<string, (Guid, DemoCaller)>();
        foreach (var offer in city.Content.Stories.Offers)
        {
            var host = city.StaffOf(offer.By);
            var from = today.AddDays(offer.Begins);
            var made = await host.Create(
                "/api/mobility/offers",
                new
                {
                    organisationId = city.Organisations[offer.By],
                    offer.Title,
                    offer.Description,
                    offer.Field,
                    offer.Languages,
                    from,
                    to = from.AddDays(offer.Days),
                    offer.Places,
                    allowance = new { amount = offer.Allowance * 100L, city.Content.Plan.City.Currency },
                },
                $"offer-{offer.Key}");
            offers[offer.Key] = (made.Id(), host);
        }

        return offers;
    }

    public static async Task Apply(this DemoCity city, IReadOnlyDictionary<string, (Guid Id, DemoCaller Host)> offers)
    {
        foreach (var placement in city.Content.Stories.Placements)
        {
            var learner = city.People[placement.Of].Caller;
            var (offer, host) = offers[placement.Offer];
            var made = await learner.Create(
                "/api/mobility/placements",
                new { offerId = offer, sendingOrganisationId = city.Organisations[placement.Sending], placement.Motivation },
                $"placement-{placement.Of}");
            foreach (var party in placement.Agreed)
            {
                await (party == "host" ? host : city.StaffOf(placement.Sending)).Change(
                    $"/api/mobility/placements/{made.Id()}/agreements/{party}", new { decision = "agree" }, null, "agreement-already-given", "placement-decided");
            }

            await Prepare(learner, made.Id(), placement.ItemsDone);
        }
    }

    private static async Task Prepare(DemoCaller learner, Guid placement, int most)
    {
        var shown = await learner.Get($"/api/mobility/placements/{placement}");
        var own = shown.GetProperty("phases").EnumerateArray()
            .SelectMany(phase => phase.GetProperty("items").EnumerateArray())
            .Where(item => item.GetProperty("party").GetString() == "learner")
            .Take(most)
            .Where(item => item.GetProperty("doneAt").ValueKind is JsonValueKind.Null);
        foreach (var item in own)
        {
            await learner.Change($"/api/mobility/placements/{placement}/items/{item.Id()}/done", null);
        }
    }
}
