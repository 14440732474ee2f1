using Microsoft.Extensions.Configuration;

namespace LearningCities.Badges;

/// <summary>The settings under <c>Badges</c>.</summary>
internal sealed class BadgesOptions
{
    /// <summary>Allows badges whose issuer is at localhost, for trying things out. Nobody else can ever verify them.</summary>
    public bool AllowLocalIssuer { get; set; }

    /// <summary>After this time an organisation signs with a new key. The old ones stay published.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(365);

    /// <summary>A PKCS #12 file that wraps the keys that wrap the issuers' keys. Without it the database alone keeps them.</summary>
    public string? CertificateFile { get; set; }

    public string? CertificatePassword { get; set; }

    public static void Read(BadgesOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        configuration.GetSection("Badges").Bind(options);
        options.AllowLocalIssuer |= environment.IsDevelopment() || configuration.GetValue<bool>("demo");
    }
}
