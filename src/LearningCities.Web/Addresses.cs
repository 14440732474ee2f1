namespace LearningCities.Web;

internal static class Addresses
{
    /// <summary>An address of these pages to go on to, or null: who could name any other could lead people elsewhere.</summary>
    public static string? Ours(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl) ? address : null;
}
