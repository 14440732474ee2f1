namespace LearningCities.Web.Calls;

/// <summary>What Identity knows of the person herself.</summary>
internal sealed record Me(Guid Id, string Name, string Email, string Language, long Version);

/// <summary>Somebody was shown something of her.</summary>
/// <param name="OrganisationName">Null where it was a program of the suite, or the city.</param>
internal sealed record Glance(DateTimeOffset At, LocalizedText? OrganisationName, string? Program, string What);

internal sealed record Messages(IReadOnlyList<Message> Items, string? Next, int Unread)
{
    /// <summary>The page of the thing that a message is about; null where it has none.</summary>
    public static string? AddressOf(Message message) => message.Kind.Split('-')[0] switch
    {
        "badge" or "award" => $"/badges/{message.About}",
        "sign" or "attendance" or "activity" => $"/sign-ups/{message.About}",
        "pathway" => $"/pathways/{message.About}",
        "placement" => $"/passport/{message.About}",
        _ => null,
    };
}

/// <param name="About">The thing it is of: an award, a sign-up, a pathway, a placement.</param>
internal sealed record Message(Guid Id, string Kind, string Text, Guid About, DateTimeOffset At, DateTimeOffset? ReadAt);
