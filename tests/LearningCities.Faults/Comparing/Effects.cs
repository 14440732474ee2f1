namespace LearningCities.Faults.Comparing;

/// <summary>Each write has its event, once; each event has had its effect in every module that heard of it, once.</summary>
internal sealed class Effects(Tables tables, Ledger ledger, Findings findings, CancellationToken cancellation)
{
    private List<Told> _told = [];

    public async Task Compare()
    {
        foreach (var module in Tables.Modules)
        {
            _told.AddRange(await tables.Read(
                module, "SELECT type, stream_key, stream_version, id FROM outbox_message",
                row => new Told(row.GetString(0), row.GetGuid(1), row.GetInt64(2), row.GetGuid(3)), cancellation));
        }

        Events();
        await Listeners();
        await Notifications();
        await Pathways();
        await Figures();
        await Disclosures();
    }

    private void Events()
    {
        var completed = ledger.All(Kind.Step).Select(write => write.Of).Intersect(AttendedPathways());
        (string Type, IEnumerable<Guid> Due)[] due =
        [
            ("city.activity.published.v1", Ids(Kind.Activity)),
            ("city.signup.made.v1", Ids(Kind.SignUp)),
            ("city.signup.cancelled.v1", Ids(Kind.SignUpCancelled)),
            ("city.signup.attended.v1", Ids(Kind.Attendance)),
            ("city.badge.awarded.v1", Ids(Kind.Award)),
            ("city.award.revoked.v1", Ids(Kind.Revocation)),
            ("city.placement.moved.v1", [.. Ids(Kind.Placement), .. Ids(Kind.AgreementOfSender), .. Ids(Kind.AgreementOfHost)]),
            ("city.pathway.completed.v1", completed),
        ];
        foreach (var (type, subjects) in due)
        {
            findings.Compare($"event {type} of", subjects, _told.Where(told => told.Type == type).Select(told => told.Subject));
        }
    }

    /// <summary>Every event once with everybody who listens to it. The effects below do not show a second time: handlers stand repeats.</summary>
    private async Task Listeners()
    {
        var ids = _told.ToLookup(told => told.Type, told => told.Id);
        foreach (var module in Tables.Modules)
        {
            var listeners = await tables.Read(
                module, "SELECT handler, type FROM witness_listener", row => (Handler: row.GetString(0), Type: row.GetString(1)), cancellation);
            var effects = await tables.Read(
                module, "SELECT handler, message_id FROM witness_effect", row => (row.GetString(0), row.GetGuid(1)), cancellation);
            findings.Compare(
                "effect of (handler, event)", listeners.SelectMany(listener => ids[listener.Type].Select(id => (listener.Handler, id))), effects);
        }
    }

    /// <summary>One notification for each thing that concerns a learner, and it tells the latest.</summary>
    private async Task Notifications()
    {
        string[] types =
        [
            "city.signup.made.v1", "city.signup.cancelled.v1", "city.signup.attended.v1", "city.badge.awarded.v1",
            "city.award.revoked.v1", "city.placement.moved.v1", "city.pathway.completed.v1",
        ];
        var latest = _told.Where(told => types.Contains(told.Type)).GroupBy(told => told.Subject)
            .Select(told => (told.Key, told.Max(one => one.Version)));
        findings.Compare("notification of (thing, version)", latest, await tables.Read(
            "notifications", "SELECT about, news_version FROM notification", row => (row.GetGuid(0), row.GetInt64(1)), cancellation));
    }

    private async Task Pathways()
    {
        var done = ledger.All(Kind.Step).Where(step => AttendedPathways().Contains(step.Of)).ToList();
        findings.Compare("a step that is done,", done.Select(step => step.Id), await tables.Ids(
            "pathways", "SELECT id FROM step WHERE done_at IS NOT NULL", cancellation));
        findings.Compare("a completed pathway,", done.Select(step => step.Of), await tables.Ids(
            "pathways", "SELECT id FROM pathway WHERE completed_at IS NOT NULL", cancellation));
    }

    /// <summary>
    /// What Insight counts says of itself how many events it has taken in: its version.
    /// </summary>
    private async Task Figures()
    {
        await Counted("sign_up", "city.signup.made.v1", "city.signup.cancelled.v1", "city.signup.attended.v1");
        await Counted("award", "city.badge.awarded.v1", "city.award.revoked.v1");
        // What of a placement comes late and is older changes nothing, so how much came is not in its version.
        findings.Compare(
            "figure of (placement, version)",
            _told.Where(told => told.Type == "city.placement.moved.v1").GroupBy(told => told.Subject).Select(told => (told.Key, told.Max(one => one.Version))),
            await tables.Read("insight", "SELECT id, latest FROM placement", row => (row.GetGuid(0), row.GetInt64(1)), cancellation));
        findings.Compare("figure of activity", Ids(Kind.Activity), await tables.Ids("insight", "SELECT id FROM activity", cancellation));
        findings.Compare("figure of attendance", Ids(Kind.Attendance), await tables.Ids(
            "insight", "SELECT id FROM sign_up WHERE attended_at IS NOT NULL", cancellation));
        findings.Compare("figure of a place given back,", Ids(Kind.SignUpCancelled), await tables.Ids(
            "insight", "SELECT id FROM sign_up WHERE cancelled", cancellation));
        findings.Compare("figure of revocation", Ids(Kind.Revocation), await tables.Ids(
            "insight", "SELECT id FROM award WHERE revoked", cancellation));
        findings.Compare("figure of a placement that was agreed,", Ids(Kind.AgreementOfHost), await tables.Ids(
            "insight", "SELECT id FROM placement WHERE agreed_at IS NOT NULL", cancellation));
    }

    private async Task Counted(string table, params string[] types)
    {
        var takenIn = await tables.Read(
            "insight", $"SELECT id, version FROM {table}",
            row => Enumerable.Repeat(row.GetGuid(0), (int)row.GetInt64(1) - 1), cancellation);
        findings.Compare(
            $"effect on the figures of {table}",
            _told.Where(told => types.Contains(told.Type)).Select(told => told.Subject),
            takenIn.SelectMany(events => events));
    }

    private async Task Disclosures()
    {
        var givenBack = Ids(Kind.SignUpCancelled).ToHashSet();
        var due = Ids(Kind.SignUp).Where(signUp => !givenBack.Contains(signUp))
            .Concat(Ids(Kind.Placement).SelectMany(placement => new[] { placement, placement })); // to sender and host
        findings.Compare("disclosure through", due, await tables.Ids(
            "identity", "SELECT through_id FROM disclosure WHERE open", cancellation));
    }

    private HashSet<Guid> AttendedPathways() => [.. ledger.All(Kind.Attendance).Select(write => write.Of)];

    private IEnumerable<Guid> Ids(Kind kind) => ledger.All(kind).Select(write => write.Id);

    private sealed record Told(string Type, Guid Subject, long Version, Guid Id);
}
