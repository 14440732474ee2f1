using System.Runtime.CompilerServices;

namespace LearningCities.Catalogue.Searching.Elastic;

/// <summary>That the search engine answers and lets us in.</summary>
internal sealed class EngineCheckUp(EngineClient client, SearchOptions options) : ICheckUp
{
    public async IAsyncEnumerable<Finding> Look([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Enter(cancellation);
    }

    private async Task<Finding> Enter(CancellationToken cancellation)
    {
        const string Setting = "Search:Url";
        try
        {
            var version = (await client.Read("", cancellation))?.GetProperty("version").GetProperty("number").GetString();
            return options is { Url.Scheme: "http", Url.IsLoopback: false }
                ? new(Setting, Standing.Mend, $"{options.Url} is not encrypted, so the password could be overheard. Set it to an https address.")
                : new(Setting, Standing.Fine, $"{options.Url} lets us in (version {version})");
        }
        catch (IndexAwayException away)
        {
            return Finding.Silent(Setting, away, "Activities are found by their titles alone until then.");
        }
    }
}
