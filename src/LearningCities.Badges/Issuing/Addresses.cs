using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LearningCities.Badges.Issuing;

/// <summary>What is written into credentials for ever: where issuers, keys, lists and badges are found by anybody.</summary>
internal sealed class Addresses(IConfiguration configuration, IOptions<BadgesOptions> options)
{
    private readonly string _root = configuration["PublicUrl"]!.TrimEnd('/'); // the ground does not start without it

    public string Issuer(Guid organisation) => $"{_root}/api/badges/issuers/{organisation}";

    public string Key(Guid organisation, Guid key) => $"{Issuer(organisation)}/keys/{key}";

    public string StatusList(Guid list) => $"{_root}/api/badges/status/{list}";

    public string Achievement(Guid badge) => $"{_root}/api/badges/{badge}/achievement";

    public string Picture(Guid badge) => $"{_root}/api/badges/{badge}/picture";

    public string Share(string code) => $"{_root}/s/{code}";

    /// <summary>A badge carries these addresses as long as it exists, so somebody must have chosen them.</summary>
    public void AreForEverOrRefuse()
    {
        if (new Uri(_root).IsLoopback && !options.Value.AllowLocalIssuer)
        {
            throw new RuleViolationException(
                "public-url-unset", "Set 'PublicUrl' to the address that this suite will keep: it is written into every badge.");
        }
    }
}
