using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace LearningCities.Web.Sessions;

internal static class AddingSessions
{
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<Cookies>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<RefreshTurns>();
        services.AddScoped<SessionStore>();
        services.AddHostedService<SessionSweep>();
        services.AddDataProtection().SetApplicationName("learning-cities");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository =
                new CookieKeys(provider.GetRequiredService<IServiceScopeFactory>())));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<Cookies>((forms, cookies) => cookies.Describe(forms));
    }
}
