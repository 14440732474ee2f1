namespace LearningCities.Badges.Pictures;

/// <summary>
/// What lies behind the emblem. Nobody chooses it: it follows from shape and emblem, so that two badges of one organisation
/// differ in it, too.
/// </summary>
internal static class Fields
{
    public static string Of(Design design, Tones tones, Tones second)
    {
        var (shape, emblem) = (IndexOf(Outlines.Names, design.Shape), IndexOf(Emblems.Names, design.Emblem));
        return (((2 * shape) + emblem) % 7) switch
        {
            0 => $"""<path fill="{tones.Bright}" opacity=".55" d="M60 60L120 60L118 75.5zM60 60L112 90L102.4 102.4zM60 60L90 112L75.5 118zM60 60L60 120L44.5 118zM60 60L30 112L17.6 102.4zM60 60L8 90L2 75.5zM60 60L0 60L2 44.5zM60 60L8 30L17.6 17.6zM60 60L30 8L44.5 2zM60 60L60 0L75.5 2zM60 60L90 8L102.4 17.6zM60 60L112 30L118 44.5z"/>""",
            1 => $"""<path fill="{second.Soft}" opacity=".9" d="M0 58q15-9 30 0t30 0 30 0 30 0v62H0z"/><path fill="none" stroke="{tones.Main}" stroke-width="4" stroke-linecap="round" d="M14 64q11.5-9 23 0t23 0 23 0 23 0M14 74q11.5-9 23 0t23 0 23 0 23 0M14 84q11.5-9 23 0t23 0 23 0 23 0M14 94q11.5-9 23 0t23 0 23 0 23 0"/>""",
            2 => $"""<circle fill="{second.Soft}" cx="80" cy="46" r="13"/><path fill="{tones.Bright}" d="M0 92l34-34 22 24 18-16 46 44v20H0z"/>""",
            3 => $"""<path fill="none" stroke="{tones.Soft}" stroke-width="4.5" stroke-linecap="round" opacity=".55" d="M33 24h.1M45 24h.1M57 24h.1M69 24h.1M81 24h.1M27 36h.1M39 36h.1M51 36h.1M63 36h.1M75 36h.1M87 36h.1M21 48h.1M33 48h.1M45 48h.1M57 48h.1M69 48h.1M81 48h.1M93 48h.1M27 60h.1M39 60h.1M51 60h.1M63 60h.1M75 60h.1M87 60h.1M21 72h.1M33 72h.1M45 72h.1M57 72h.1M69 72h.1M81 72h.1M93 72h.1M27 84h.1M39 84h.1M51 84h.1M63 84h.1M75 84h.1M87 84h.1"/>""",
            4 => $"""<path fill="{tones.Bright}" opacity=".5" d="M32 18h14v14H32zM60 18h14v14H60zM18 32h14v14H18zM46 32h14v14H46zM74 32h14v14H74zM32 46h14v14H32zM60 46h14v14H60zM88 46h14v14H88zM18 60h14v14H18zM46 60h14v14H46zM74 60h14v14H74zM32 74h14v14H32zM60 74h14v14H60zM88 74h14v14H88z"/>""",
            5 => $"""<circle fill="{tones.Bright}" cx="60" cy="84" r="36" opacity=".5"/><circle fill="{tones.Bright}" cx="60" cy="84" r="27"/><circle fill="{tones.Soft}" cx="60" cy="84" r="18"/>""",
            _ => $"""<path fill="{tones.Bright}" opacity=".6" d="M20 20h10v90H20zM44 20h10v90H44zM68 20h10v90H68zM92 20h10v90H92z"/>""",
        };
    }

    private static int IndexOf(IReadOnlyList<string> names, string name) => names.TakeWhile(n => n != name).Count();
}
