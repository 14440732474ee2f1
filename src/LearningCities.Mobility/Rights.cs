namespace LearningCities.Mobility;

/// <summary>What a token must allow.</summary>
internal static class Scopes
{
    /// <summary>Every person's: her own placements, and those of the organisations she acts for.</summary>
    public const string Own = "mobility:own";

    /// <summary>To act for an organisation.</summary>
    public const string Manage = "mobility:manage";
}

internal static class Rights
{
    /// <summary>The organisations whose placements the caller manages. A partner's key without that scope manages none.</summary>
    public static IReadOnlyCollection<Guid> OrganisationsManaged(this Caller caller) =>
        caller.Scopes.Contains(Scopes.Manage) ? [.. caller.Organisations] : [];

    public static bool Manages(this Caller caller, Guid organisation) => caller.OrganisationsManaged().Contains(organisation);
}
