namespace LearningCities.Identity.Tokens;

/// <summary>Words of the token endpoint that are ours.</summary>
internal static class Grants
{
    /// <summary>An e-mail address and a password for tokens; only for Web, which shows the form.</summary>
    public const string Password = "urn:learning-cities:password";

    /// <summary>What kind of token an API key is (RFC 8693); only for the gateway, which takes them.</summary>
    public const string ApiKey = "urn:learning-cities:api-key";
}
