using System.Collections.Frozen;

namespace LearningCities.Badges.Pictures;

/// <summary>What stands in the middle of a badge: drawn in lines, 24 by 24.</summary>
internal static class Emblems
{
    private static readonly FrozenDictionary<string, string> Lines = new Dictionary<string, string>
    {
        ["bicycle"] = """<circle cx="5.5" cy="16" r="4"/><circle cx="18.5" cy="16" r="4"/><path d="M5.5 16 9 9h7l2.5 7M9 9l3.5 7L16 9l-1-3h2.5M7.5 7h3M5.5 16h7"/>""",
        ["book"] = """<path d="M12 6c-2.5-2-6-2-9-1.5V19c3-.5 6.5-.5 9 1.5 2.5-2 6-2 9-1.5V4.5C18 4 14.5 4 12 6zM12 6v14"/>""",
        ["brush"] = """<path d="M10 12.5 18.5 3 21 5.5 11.5 14M10 12.5c-4.5-.5-3.5 4.5-7 6.5 4 2 9 .5 8.5-5"/>""",
        ["bulb"] = """<path d="M9 18h6M10 21.5h4M8.5 15A6.5 6.5 0 1 1 15.5 15c-.5.7-.7 1.5-.7 3H9.2c0-1.5-.2-2.3-.7-3z"/>""",
        ["camera"] = """<path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/>""",
        ["chart"] = """<path d="M4 20V4M4 20h17M9 16v-5M14 16V7M19 16v-3"/>""",
        ["chat"] = """<path d="M3 4h13v9H9l-4 3.5V13H3z"/><path d="M19 8h2v9h-2v3.5L15 17h-5"/>""",
        ["cross"] = """<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6z"/>""",
        ["flag"] = """<path d="M5 22V3h13l-2.5 4.5L18 12H5"/>""",
        ["flask"] = """<path d="M9 3h6M10 3v6L4.5 19a1.5 1.5 0 0 0 1.3 2h12.4a1.5 1.5 0 0 0 1.3-2L14 9V3M7.5 15h9"/>""",
        ["globe"] = """<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9S15 18 12 21c-3-3-3.5-6-3.5-9S9 6 12 3z"/>""",
        ["heart"] = """<path d="M12 20S3.5 15 3.5 8.8a4.5 4.5 0 0 1 8.5-2 4.5 4.5 0 0 1 8.5 2C20.5 15 12 20 12 20z"/>""",
        ["house"] = """<path d="M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6"/>""",
        ["laptop"] = """<rect x="5" y="4" width="14" height="11" rx="1.5"/><path d="M2 19h20"/>""",
        ["leaf"] = """<path d="M5 19C4 9 10 4 20 4c0 10-5 16-15 15zM5 19c2-5 5-7.5 9-9"/>""",
        ["map"] = """<path d="M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20zM9 4v13.5M15 6.5V20"/>""",
        ["music"] = """<path d="M9 18V5l11-2v13"/><circle cx="6.5" cy="18" r="2.5"/><circle cx="17.5" cy="16" r="2.5"/>""",
        ["people"] = """<circle cx="9" cy="8" r="4"/><path d="M2 20c0-8 14-8 14 0M16 4.5a4 4 0 0 1 0 7M18.5 14.5c2.5 1 3.5 3 3.5 5.5"/>""",
        ["pot"] = """<path d="M4 10h16v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM2 12h2M20 12h2M9 6.5c-1-1.5 1-2 0-3.5M15 6.5c-1-1.5 1-2 0-3.5"/>""",
        ["robot"] = """<rect x="4.5" y="8" width="15" height="11" rx="2.5"/><path d="M12 8V4M2.5 12v4M21.5 12v4M9 12.5v.1M15 12.5v.1M9.5 16h5"/><circle cx="12" cy="3.5" r="1"/>""",
        ["sun"] = """<circle cx="12" cy="12" r="4.5"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>""",
        ["tram"] = """<rect x="5" y="5" width="14" height="13" rx="3"/><path d="M9 2h6M12 2v3M5 12h14M8 21l2-3M16 21l-2-3M9 15v.1M15 15v.1"/>""",
        ["waves"] = """<path d="M2 8c2-2.5 4.5-2.5 6.5 0s4.5 2.5 6.5 0 4.5-2.5 6.5 0M2 13c2-2.5 4.5-2.5 6.5 0s4.5 2.5 6.5 0 4.5-2.5 6.5 0M2 18c2-2.5 4.5-2.5 6.5 0s4.5 2.5 6.5 0 4.5-2.5 6.5 0"/>""",
        ["wrench"] = """<path d="M20.5 6.5 17 10l-3-3 3.5-3.5a5.5 5.5 0 0 0-7 7L3 18l3 3 7.5-7.5a5.5 5.5 0 0 0 7-7z"/>""",
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Names { get; } = [.. Lines.Keys.Order(StringComparer.Ordinal)];

    public static string Of(string emblem) => Lines[emblem];
}
