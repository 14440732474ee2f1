namespace LearningCities.Faults.Running;

internal static class Settings
{
    /// <summary>With which Web proves itself to Identity, and so do the writers, who do what Web does.</summary>
    public const string WebsSecret = "the writers are the web front end here";

    /// <summary>What every process is told.</summary>
    public static IEnumerable<string> Of(Uri address, int smtpPort) =>
    [
        $"--PublicUrl={address.ToString().TrimEnd('/')}",
        "--Badges:AllowLocalIssuer=true",
        $"--Clients:web={WebsSecret}",
        "--Edge:AnonymousPerMinute=1000000", // one address signs everybody in
        "--Edge:CallerPerMinute=1000000",
        "--Notifications:Smtp:Host=127.0.0.1",
        $"--Notifications:Smtp:Port={smtpPort}",
        "--Notifications:Smtp:From=suite@example.org",
        "--Notifications:Smtp:Tls=None",
        "--Logging:LogLevel:Default=Warning",
    ];
}
