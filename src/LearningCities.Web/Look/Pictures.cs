namespace LearningCities.Web.Look;

/// <summary>Which drawing stands for what. By the words of a title first: a picture says what one will do there.</summary>
internal static class Pictures
{
    private static readonly (string Art, string[] Words)[] ByWords =
    [
        ("bike", ["bike", "bicyc", "cycl", "bicikli", "kerékpár", "kolesar", "kolo"]),
        ("cook", ["cook", "bake", "kitchen", "food", "főz", "süt", "konyha", "étel", "kuha"]),
        ("sew", ["sew", "textile", "clothes", "knit", "craft", "varr", "ruha", "kézműves", "fonal", "horgol", "šiva", "weav", "puppet", "pottery", "paint", "draw", "báb", "fonás", "gyékény", "rajz", "fest", "lutk", "riš"]),
        ("plant", ["garden", "plant", "nature", "tree", "kert", "növény", "termész", "vrt", "stork", "gólya", "bird"]),
        ("laptop", ["comput", "digital", "phone", "internet", "online", "programming", "programoz", "coding", "who code", "kódol", "video", "számítógép", "digit", "telefon", "mobil", "računal"]),
        ("talk", ["language", "english", "hungarian", "german", "slovene", "conversation", "talk", "nyelv", "angol", "magyarul", "német", "beszélget", "jezik"]),
        ("blocks", ["robot", "3d", "build", "lego", "maker", "model", "épít", "fizika", "kísérlet", "science", "tudomán"]),
        ("travel", ["walk", "tour", "trip", "travel", "hike", "séta", "túra", "utaz", "kirándul", "izlet"]),
        ("book", ["book", "read", "library", "writ", "story", "maths", "könyv", "olvas", "írás", "mese", "matek", "knjig", "memories", "emlék", "history", "történe"]),
    ];

    private static readonly Dictionary<string, (string Art, string Icon)> ByKind = new()
    {
        ["event"] = ("talk", "cal"),
        ["course"] = ("book", "book"),
        ["workshop"] = ("blocks", "edit"),
        ["club"] = ("mentor", "users"),
        ["volunteering"] = ("plant", "leaf"),
        ["internship"] = ("laptop", "case"),
        ["apprenticeship"] = ("bike", "case"),
        ["project"] = ("blocks", "bulb"),
        ["open-space"] = ("mentor", "house"),
        ["digital"] = ("laptop", "laptop"),
        ["study-visit"] = ("travel", "tram"),
        ["mentoring"] = ("mentor", "chat"),
        ["bridging-course"] = ("book", "route"),
        ["time-out"] = ("plant", "wait"),
    };

    private static readonly Dictionary<string, string> Hues = new()
    {
        ["bike"] = "h1",
        ["blocks"] = "h3",
        ["mentor"] = "h6",
        ["travel"] = "h4",
        ["sew"] = "h6",
        ["book"] = "h5",
        ["talk"] = "h6",
        ["laptop"] = "h3",
        ["plant"] = "h4",
        ["cook"] = "h5",
    };

    public static string Of(LocalizedText title, string kind)
    {
        var words = string.Join(' ', title.Select(text => text.Value)).ToLowerInvariant();
        var found = Array.Find(ByWords, picture => Array.Exists(picture.Words, word => words.Contains(word, StringComparison.Ordinal)));
        return found.Art ?? OfKind(kind);
    }

    public static string OfKind(string kind) => ByKind.GetValueOrDefault(kind, ("book", "bulb")).Item1;

    public static string IconOf(string kind) => ByKind.GetValueOrDefault(kind, ("book", "bulb")).Item2;

    public static string HueOf(string art) => Hues.GetValueOrDefault(art, "h1");

    public static string IconOfAccess(string access) => access switch
    {
        "step-free" => "wheel",
        "hearing-loop" => "speaker",
        "sign-language" => "chat",
        "easy-language" or "no-reading-needed" => "book",
        "childcare" => "child",
        "travel-support" => "tram",
        _ => "info",
    };
}
