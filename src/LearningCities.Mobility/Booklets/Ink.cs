using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>The colours of paper: those of the pages in the light, fixed, for a printer knows no theme.</summary>
internal static class Ink
{
    public static readonly Colour Text = Colour.Of(0x17202F);
    public static readonly Colour Soft = Colour.Of(0x49566A);
    public static readonly Colour Edge = Colour.Of(0x6B7688);
    public static readonly Colour Brand = Colour.Of(0x1F5799);
    public static readonly Colour Deep = Colour.Of(0x143A68);

    /// <summary>White lines on <see cref="Deep"/>, seen through: mixed here, because print shops dislike transparency.</summary>
    public static readonly Colour DeepLine = Colour.Of(0x456388);

    /// <summary>Only ever: it is your turn.</summary>
    public static readonly Colour Sun = Colour.Of(0xF5C744);
    public static readonly Colour SunSoft = Colour.Of(0xFDF3D7);
    public static readonly Colour OnSun = Colour.Of(0x2B2004);

    public static readonly Colour White = Colour.Of(0xFFFFFF);
    public static readonly Colour Black = Colour.Of(0x111111);

    // The crest.
    public static readonly Colour Umber = Colour.Of(0x3A2B00);
    public static readonly Colour Bronze = Colour.Of(0x7D5A00);
    public static readonly Colour Amber = Colour.Of(0xC49300);
    public static readonly Colour Sky = Colour.Of(0xA5C9F6);
    public static readonly Colour Cream = Colour.Of(0xFFFDF7);
}
