namespace LearningCities.Mobility.Booklets;

/// <summary>What is printed: a placement as its holder takes it along, with everything named.</summary>
/// <param name="Holder">
/// As she wants it to stand there. It comes with the request, is printed, and kept nowhere. Empty where the typeface does not
/// have its letters: a line to write on is better than boxes.
/// </param>
/// <param name="Address">Where the passport is on the web.</param>
internal sealed record Passport(
    Placement Placement, string Holder, Uri Address, string Home, string Abroad, string Sending, string Host)
{
    public string Code => PassportCode.Of(Placement.Id);

    public static Passport Of(Placement placement, string holder, Uri publicUrl, Directory directory)
    {
        var home = directory.City(placement.City);
        return new(
            placement,
            Typeface.Bold.CanWrite(holder) ? holder : "",
            new Uri(publicUrl, $"/{home?.ShortName ?? placement.City.ToString()}/passport/{placement.Id}"),
            home?.Name.ToString() ?? "",
            directory.City(placement.HostCity)?.Name.ToString() ?? "",
            directory.Organisation(placement.SendingOrganisationId)?.ToString() ?? "",
            directory.Organisation(placement.HostOrganisationId)?.ToString() ?? "");
    }
}
