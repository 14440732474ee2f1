using LearningCities.Identity.People;

namespace LearningCities.Identity;

/// <summary>What tokens allow. Identity's own first; those of other modules by name, because who may what is decided here.</summary>
internal static class Scopes
{
    public const string Self = "identity:self";
    public const string Register = "identity:register";
    public const string Contact = "identity:contact";
    public const string People = "identity:people";
    public const string Manage = "identity:manage";
    public const string Limits = "identity:limits";

    public static IReadOnlyList<string> OfLearners { get; } =
        [Self, "catalogue:join", "pathways:own", "badges:own", "mobility:own", "notifications:read"];

    public static IReadOnlyList<string> OfStaff { get; } =
        [People, "catalogue:publish", "catalogue:attend", "badges:define", "badges:award", "mobility:manage"];

    /// <summary>Of which an API key has some.</summary>
    public static IReadOnlyList<string> OfPartners { get; } =
        ["catalogue:publish", "catalogue:attend", "badges:define", "badges:award"];

    public static IReadOnlyDictionary<Roles, string[]> OfRoles { get; } = new Dictionary<Roles, string[]>
    {
        [Roles.Officer] = ["insight:read"],
        [Roles.Administrator] = [Manage, "catalogue:manage", "insight:read"],
        [Roles.Operator] = ["operate"],
    };

    /// <summary>Of the suite's own programs.</summary>
    public static IReadOnlyDictionary<string, string[]> OfPrograms { get; } = new Dictionary<string, string[]>
    {
        ["web"] = [Register],
        ["notifications"] = [Contact],
        ["gateway"] = [Limits],
    };

    public static IEnumerable<string> All => OfLearners.Concat(OfStaff)
        .Concat(OfRoles.Values.SelectMany(scopes => scopes))
        .Concat(OfPrograms.Values.SelectMany(scopes => scopes))
        .Distinct();
}
