using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCities.Mobility;

/// <summary>Where a placement stands. It only ever goes forward, or out.</summary>
internal enum State
{
    Applied,
    Agreed,
    Declined,
    Abroad,
    Back,
    Withdrawn,
}

/// <summary>As whom somebody takes part in a placement.</summary>
internal enum Role
{
    Learner,

    /// <summary>The organisation at home that sends her.</summary>
    Sending,

    /// <summary>The organisation abroad that takes her in.</summary>
    Host,
}

internal enum Phase
{
    Before,
    During,
    After,
}

internal enum Answer
{
    Asked,
    Agreed,
    Declined,
}

/// <summary>Such values are lower-case words, in tables as in answers.</summary>
internal static class Words
{
    public static string Word<T>(this T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    internal sealed class Converter<T>() : ValueConverter<T, string>(value => value.Word(), word => Enum.Parse<T>(word, true))
        where T : struct, Enum;
}
