using LearningCities.ServiceDefaults.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.Suite.Tests;

public sealed class ClientSecretTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-cities-");

    [Fact]
    public async Task A_secret_stays_the_same_from_start_to_start() => Assert.Equal(await SecretOfWeb(), await SecretOfWeb());

    [Fact]
    public async Task One_that_was_left_empty_by_a_kill_is_made_anew()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "web.secret"), "", TestContext.Current.CancellationToken);

        Assert.NotEmpty(await SecretOfWeb());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> SecretOfWeb()
    {
        await using var app = Host.Suite.Build([$"--data={_folder.FullName}", "--PublicUrl=http://localhost:5000"]);
        return app.Services.GetRequiredService<ClientSecrets>().Of("web");
    }
}
