namespace LearningCities.Suite.Tests;

public sealed class RootTests
{
    private static readonly string[] Allowed =
    [
        "LearningCities.AppHost", "LearningCities.ServiceDefaults", "src", "tests", "deploy", "docs",
        "LearningCities.sln", "README.md", "LICENSE", "SECURITY.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "publiccode.yml",
        "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json", "migration",
        ".ci", ".config", ".dockerignore", ".editorconfig", ".gitattributes", ".github", ".gitignore",
    ];

    [Fact]
    public void The_root_holds_what_people_look_for_there_and_nothing_else()
    {
        var ignored = File.ReadLines(Path.Combine(Sources.Root, ".gitignore")).Select(line => line.TrimEnd('/')).Append(".git");

        Assert.Empty(Directory.EnumerateFileSystemEntries(Sources.Root).Select(Path.GetFileName).Except(ignored).Except(Allowed));
    }
}
