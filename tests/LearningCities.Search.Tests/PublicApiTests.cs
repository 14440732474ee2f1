using PublicApiGenerator;

namespace LearningCities.Search.Tests;

/// <summary>What others build on is changed on purpose: then the approved text is changed with it.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_approved()
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt");
        var now = typeof(SearchIndex<>).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        File.WriteAllText(approved + ".now", now);
        Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n").Trim(), now.ReplaceLineEndings("\n").Trim());
    }
}
