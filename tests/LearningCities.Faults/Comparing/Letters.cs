namespace LearningCities.Faults.Comparing;

/// <summary>
/// Each piece of news is written of once. The post itself promises at least once: a letter that was under way when the process
/// died comes again under the same Message-ID, by which a mail program drops it.
/// </summary>
internal sealed class Letters(Tables tables, Mailbox mailbox, Findings findings, CancellationToken cancellation)
{
    public async Task Compare()
    {
        var letters = await tables.Read(
            "notifications", "SELECT id, about, news_version, state FROM letter",
            row => (Id: row.GetGuid(0), News: (row.GetGuid(1), row.GetInt64(2)), State: row.GetString(3)), cancellation);
        var (ids, news) = (letters.Select(letter => letter.Id).ToList(), letters.Select(letter => letter.News).ToList());
        findings.Compare("letter of (thing, version)", news.Distinct(), news);
        findings.Compare("sent letter", ids, letters.Where(letter => letter.State == "Sent").Select(letter => letter.Id));
        findings.Compare("letter in the post,", ids, mailbox.Arrived.Distinct());

        // The latest news of an award is always worth a letter, whatever order events came in.
        var awards = await tables.Ids("badges", "SELECT id FROM award", cancellation);
        foreach (var award in awards.Except(news.Select(one => one.Item1)))
        {
            findings.Lost($"the letter of award {award}");
        }
    }
}
