namespace LearningCities.Faults.Comparing;

/// <summary>Everything the suite has, against everything it said that it had done.</summary>
internal sealed class Comparison(Tables tables, Ledger ledger, CancellationToken cancellation)
{
    private readonly Findings _findings = new();

    public static async Task<Findings> Of(
        ITopology suite, Ledger ledger, Mailbox mailbox, Drain drain, CancellationToken cancellation)
    {
        var comparison = new Comparison(suite.Tables, ledger, cancellation);
        var findings = comparison._findings;
        foreach (var left in drain.Left)
        {
            findings.Lost($"{left}, still on the way");
        }

        foreach (var refusal in ledger.Refusals)
        {
            findings.Lost($"a write that was refused: {refusal}");
        }

        await comparison.Writes();
        await comparison.States();
        await comparison.Parked();
        await new Effects(suite.Tables, ledger, findings, cancellation).Compare();
        await new Letters(suite.Tables, mailbox, findings, cancellation).Compare();
        foreach (var damage in await suite.CheckFiles(cancellation))
        {
            findings.Lost($"a whole table: {damage}");
        }

        return findings;
    }

    /// <summary>What was made is there, once, and nothing else is.</summary>
    private async Task Writes()
    {
        await Made(Kind.Person, "identity", "SELECT id FROM person WHERE email <> 'admin@example.org'");
        await Made(Kind.Activity, "catalogue", "SELECT id FROM activity");
        await Made(Kind.SignUp, "catalogue", "SELECT id FROM sign_up");
        await Made(Kind.Pathway, "pathways", "SELECT id FROM pathway");
        await Made(Kind.Step, "pathways", "SELECT id FROM step");
        await Made(Kind.Badge, "badges", "SELECT id FROM badge");
        await Made(Kind.Award, "badges", "SELECT id FROM award");
        await Made(Kind.Award, "badges", "SELECT id FROM credential");
        await Made(Kind.Offer, "mobility", "SELECT id FROM offer");
        await Made(Kind.Placement, "mobility", "SELECT id FROM placement");
    }

    /// <summary>What was changed has changed, and nothing else has.</summary>
    private async Task States()
    {
        await Made(Kind.SignUpCancelled, "catalogue", "SELECT id FROM sign_up WHERE cancelled_at IS NOT NULL");
        await Made(Kind.Attendance, "catalogue", "SELECT id FROM sign_up WHERE attended_at IS NOT NULL");
        await Made(Kind.Revocation, "badges", "SELECT id FROM award WHERE revoked_at IS NOT NULL");
        await Made(Kind.AgreementOfSender, "mobility", "SELECT placement_id FROM agreement WHERE party = 'sending' AND answer = 'agreed'");
        await Made(Kind.AgreementOfHost, "mobility", "SELECT placement_id FROM agreement WHERE party = 'host' AND answer = 'agreed'");

        var givenBack = ledger.All(Kind.SignUpCancelled).Select(write => write.Id).ToHashSet();
        var taken = ledger.All(Kind.SignUp).Where(write => !givenBack.Contains(write.Id)).Select(write => write.Of);
        var seats = await tables.Read(
            "catalogue", "SELECT id, taken FROM seats", row => Enumerable.Repeat(row.GetGuid(0), row.GetInt32(1)), cancellation);
        _findings.Compare("a seat in", taken, seats.SelectMany(seat => seat));
    }

    private async Task Parked()
    {
        foreach (var module in Tables.Modules)
        {
            var parked = await tables.Read(
                module, "SELECT handler, type, error FROM parked_message",
                row => $"{row.GetString(1)} for {row.GetString(0)}: {row.GetString(2).Split('\n')[0]}", cancellation);
            parked.ForEach(one => _findings.Lost($"an effect, for its event is parked: {one}"));
            var refused = await tables.Ids(module, "SELECT id FROM outbox_message WHERE state = 2", cancellation);
            refused.ForEach(one => _findings.Lost($"an event, for the broker would not have it: {one} of {module}"));
        }
    }

    private async Task Made(Kind kind, string module, string sql) => _findings.Compare(
        $"{kind}", ledger.All(kind).Select(write => write.Id), await tables.Ids(module, sql, cancellation));
}
