using System.Xml;

namespace LearningCities.Badges.Pictures;

/// <summary>A picture that carries its credential in itself, as Open Badges 3.0 bakes it into SVG.</summary>
internal static class BakedPicture
{
    public const string Namespace = "https://purl.imsglobal.org/ob/v3p0";

    private static readonly XmlReaderSettings Harmless = new()
    {
        DtdProcessing = DtdProcessing.Ignore, // drawing programs write one; nothing of it is read or fetched
        XmlResolver = null,
    };

    /// <summary>The first credential in the picture; null where there is none, or it is no picture.</summary>
    public static string? CredentialIn(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), Harmless);
            return reader.ReadToFollowing("credential", Namespace) ? reader.GetAttribute("verify") : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
