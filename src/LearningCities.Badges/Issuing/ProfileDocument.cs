namespace LearningCities.Badges.Issuing;

/// <summary>Who issues. An organisation that nobody has told of yet has an address and no name.</summary>
internal sealed record ProfileDocument(string Id, string[] Type, string? Name, string? Url)
{
    public static ProfileDocument Of(Guid id, Organisation? known, Addresses at) =>
        new(at.Issuer(id), ["Profile"], known?.Name.FirstOrDefault().Value, known?.Website);
}
