namespace LearningCities.Gateway;

/// <summary>The settings of the edge, section <c>Edge</c>.</summary>
internal sealed class EdgeOptions
{
    /// <summary>Addresses or networks (CIDR) whose X-Forwarded-For is believed. The loopback always is.</summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>API requests a minute for a visitor without a key, counted by address.</summary>
    [Range(1, 1_000_000)]
    public int AnonymousPerMinute { get; init; } = 600;

    /// <summary>API requests a minute for a person or partner, counted by who it is.</summary>
    [Range(1, 1_000_000)]
    public int CallerPerMinute { get; init; } = 600;

    /// <summary>Pages a minute for one address; a school's shared address needs more.</summary>
    [Range(1, 1_000_000)]
    public int PagesPerMinute { get; init; } = 1_200;

    /// <summary>Sign-ins, registrations and forgotten passwords tried in 15 minutes from one address; a library's shared address needs more.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerQuarterHour { get; init; } = 30;
}
