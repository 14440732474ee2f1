using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>Something that <c>--doctor</c> looks at: settings, and what they lead to. It changes nothing.</summary>
public interface ICheckUp
{
    /// <summary>What there is to say. What is thrown is a finding, too: this could not be looked at.</summary>
    IAsyncEnumerable<Finding> Look(CancellationToken cancellation);
}

/// <summary>How it stands with one thing.</summary>
public enum Standing
{
    Fine,

    /// <summary>It works, and somebody should know what it means.</summary>
    Mind,

    /// <summary>It does not work, or will not.</summary>
    Mend,
}

/// <param name="About">The setting or thing, in a word or two.</param>
/// <param name="How">How it stands.</param>
/// <param name="Said">What was found, and where it is not fine, what to do. Never a secret.</param>
public sealed record Finding(string About, Standing How, string Said)
{
    /// <summary>What was found when asking failed.</summary>
    public static Finding Silent(string about, Exception fault, string todo) =>
        new(about, Standing.Mend, $"{fault.GetBaseException().Message.Split('\n')[0].TrimEnd('.', '\r')}. {todo}");
}

public static class AddingCheckUps
{
    /// <summary>Adds what a module wants looked at.</summary>
    public static IServiceCollection AddCheckUp<TCheckUp>(this IServiceCollection services) where TCheckUp : class, ICheckUp =>
        services.AddScoped<ICheckUp, TCheckUp>();
}
