using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>
/// The one typeface of everything printed, Atkinson Hyperlegible Next (Fonts/OFL.txt): made to be read by weak eyes, and full
/// Latin. It comes with the module, because a bare machine has no fonts.
/// </summary>
internal static class Typeface
{
    public static readonly Face Regular = Load("AtkinsonHyperlegibleNext-Regular");
    public static readonly Face Bold = Load("AtkinsonHyperlegibleNext-Bold");

    private static Face Load(string name)
    {
        using var file = typeof(Typeface).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new Face(name, bytes.ToArray());
    }
}
