namespace LearningCities.Badges.Tests;

/// <summary>Files of others that tests read where they are there: beside the repository, in <c>../shared/data</c>.</summary>
internal static class SharedData
{
    public static string OpenBadges { get; } = Path.Combine(Folder(), "openbadges");

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "data") is var data && Directory.Exists(data))
            {
                return data;
            }
        }

        return Path.Combine("..", "shared", "data");
    }
}
