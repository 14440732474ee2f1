namespace LearningCities.Faults.Story;

/// <summary>
/// One learner: she registers, takes a place, puts it on a pathway, takes part or does not, is given a badge (sometimes taken
/// back), and applies for a placement. Each answer goes into the ledger when it is heard.
/// </summary>
internal sealed class LearnersStory(Town town, int number, Random chance)
{
    private readonly Programme _programme = town.Programme;
    private readonly Ledger _ledger = town.Ledger;
    private Caller _learner = null!; // Tell sees to it
    private Guid _id;

    public async Task Tell(CancellationToken stop)
    {
        (_id, _learner) = await town.Register($"learner-{number}@example.org");
        Func<Task>[] chapters = chance.NextDouble() < 0.5
            ? [PlanAndTakePart, EarnABadge, GoAbroad] : [GoAbroad, PlanAndTakePart, EarnABadge];
        foreach (var chapter in chapters)
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            await chapter();
        }
    }

    private async Task PlanAndTakePart()
    {
        var pathway = await _learner.Create("/api/pathways", new { title = $"Utam {number}" }, $"pathway-{number}");
        _ledger.Add(new Write(Kind.Pathway, pathway.Id()));
        var signUp = (await _learner.Create(
            $"/api/catalogue/activities/{_programme.Activity}/sign-ups", new { }, $"sign-up-{number}")).Id();
        _ledger.Add(new Write(Kind.SignUp, signUp, _programme.Activity));
        if (chance.NextDouble() < 0.2)
        {
            await _learner.Change($"/api/catalogue/sign-ups/{signUp}/cancellation", null);
            _ledger.Add(new Write(Kind.SignUpCancelled, signUp));
            return;
        }

        var planFirst = chance.NextDouble() < 0.7;
        if (planFirst)
        {
            await Plan(pathway.Id());
        }

        await town.Staff.Change($"/api/catalogue/sign-ups/{signUp}/attendance", null);
        _ledger.Add(new Write(Kind.Attendance, signUp, pathway.Id()));
        if (!planFirst)
        {
            await Plan(pathway.Id());
        }
    }

    private async Task Plan(Guid pathway)
    {
        var planned = await _learner.Create(
            $"/api/pathways/{pathway}/steps", new { activityId = _programme.Activity }, $"step-{number}");
        _ledger.Add(new Write(Kind.Step, planned.GetProperty("steps")[0].Id(), pathway));
    }

    private async Task EarnABadge()
    {
        var award = (await town.Staff.Create(
            $"/api/badges/{_programme.Badge}/awards", new { learnerId = _id, because = "She showed it." }, $"award-{number}")).Id();
        _ledger.Add(new Write(Kind.Award, award));
        if (chance.NextDouble() < 0.25)
        {
            await town.Staff.Change(
                $"/api/badges/awards/{award}/revocation", new { because = "It was a mistake." }, "award-already-revoked");
            _ledger.Add(new Write(Kind.Revocation, award));
        }
    }

    private async Task GoAbroad()
    {
        var placement = (await _learner.Create(
            "/api/mobility/placements",
            new { offerId = _programme.Offer, sendingOrganisationId = town.School, motivation = "I want to." },
            $"placement-{number}")).Id();
        _ledger.Add(new Write(Kind.Placement, placement));
        foreach (var (party, kind) in new[] { ("sending", Kind.AgreementOfSender), ("host", Kind.AgreementOfHost) })
        {
            await town.Staff.Change(
                $"/api/mobility/placements/{placement}/agreements/{party}",
                new { decision = "agree" },
                "agreement-already-given", "placement-decided");
            _ledger.Add(new Write(kind, placement));
        }
    }
}
