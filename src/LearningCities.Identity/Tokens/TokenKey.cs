namespace LearningCities.Identity.Tokens;

/// <summary>A key that tokens are signed or locked with, itself wrapped. Of each generation there is one: the key decides.</summary>
internal sealed class TokenKey(string use, int generation, string keyId, string wrapped, long madeAt)
{
    public const string Signing = "signing";
    public const string Encryption = "encryption";

    public string Use { get; private set; } = use;

    public int Generation { get; private set; } = generation;

    /// <summary>The <c>kid</c> in tokens' headers.</summary>
    public string KeyId { get; private set; } = keyId;

    public string Wrapped { get; private set; } = wrapped;

    /// <summary>In seconds since 1970, which both engines order alike.</summary>
    public long MadeAt { get; private set; } = madeAt;
}
