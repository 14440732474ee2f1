using LearningCities.Identity.People;

namespace LearningCities.Identity.Tokens;

/// <summary>What a person may do now, by her roles and memberships.</summary>
internal sealed record Rights(IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, IReadOnlyList<Guid> Organisations)
{
    public static Rights Of(Person person, IEnumerable<Guid> organisations)
    {
        var (roles, scopes, staffOf) =
            (new List<string> { "learner" }, new List<string>(Identity.Scopes.OfLearners), organisations.ToList());
        if (staffOf.Count > 0)
        {
            roles.Add("staff");
            scopes.AddRange(Identity.Scopes.OfStaff);
        }

        foreach (var (role, allowed) in Identity.Scopes.OfRoles.Where(role => person.Roles.HasFlag(role.Key)))
        {
            roles.Add(role.ToString().ToLowerInvariant());
            scopes.AddRange(allowed);
        }

        return new(roles, [.. scopes.Distinct()], staffOf);
    }

    /// <summary>As they are at this moment.</summary>
    public static async Task<Rights> Now(Person person, IdentityDb db, CancellationToken cancellation) => Of(
        person,
        await db.Memberships
            .Where(m => m.PersonId == person.Id && m.EndedAt == null)
            .Select(m => m.OrganisationId)
            .ToListAsync(cancellation));
}
