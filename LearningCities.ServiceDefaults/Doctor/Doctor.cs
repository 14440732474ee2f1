namespace LearningCities.ServiceDefaults;

/// <summary><c>--doctor</c>: how it stands with every setting that this process needs, and what to do where it does not.</summary>
internal sealed class Doctor(IEnumerable<ICheckUp> checkUps) : IJob
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<int> Run(IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var (looked, mend) = (0, 0);
        foreach (var checkUp in checkUps)
        {
            foreach (var finding in await Findings(checkUp, cancellation))
            {
                looked++;
                mend += finding.How is Standing.Mend ? 1 : 0;
                await output.WriteLineAsync($"{Word(finding.How)}  {finding.About}: {finding.Said}");
            }
        }

        await output.WriteLineAsync($"Doctor: {looked} things looked at, {mend} to mend.");
        return mend == 0 ? 0 : 1;
    }

    private static string Word(Standing how) => how switch
    {
        Standing.Fine => "ok  ",
        Standing.Mind => "mind",
        _ => "MEND",
    };

    private static async Task<List<Finding>> Findings(ICheckUp checkUp, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        var found = new List<Finding>();
        try
        {
            await foreach (var finding in checkUp.Look(limit.Token))
            {
                found.Add(finding);
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            found.Add(Finding.Silent(checkUp.GetType().Name, fault, "This could not be looked at."));
        }

        return found;
    }
}
