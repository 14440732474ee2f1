using Microsoft.Extensions.Options;

namespace LearningCities.Notifications.Letters;

internal static class AddingLetters
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptions.Check>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<LetterWriter>();
        services.AddScoped<LetterBox>();
        services.AddScoped<LetterRound>();
        services.AddHostedService<DeliverLetters>();
        services.AddCheckUp<SmtpCheckUp>();
    }
}
