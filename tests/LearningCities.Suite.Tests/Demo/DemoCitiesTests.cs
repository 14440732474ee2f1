using System.Text.Json;
using LearningCities.Host.Demo;
using LearningCities.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;

namespace LearningCities.Suite.Tests.Demo;

public sealed class DemoCitiesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private readonly string _folder = Directory.CreateTempSubdirectory("learning-cities-demo-").FullName;

    [Fact]
    public async Task The_demo_is_made_once_goes_on_after_a_kill_and_keeps_its_dates_ahead()
    {
        var lastWeek = Today.AddDays(-7);
        using (var killed = new CancellationTokenSource())
        {
            await using var first = await Start();
            var seeding = DemoCities.Seed(first.Services, lastWeek, new KillAfter("sign-ups", killed), killed.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seeding);
        }

        await using (var second = await Start())
        {
            Assert.Contains("made in", await Seed(second, lastWeek));
            Assert.Equal(await Seed(second, lastWeek), await Seed(second, lastWeek)); // now it only says who can sign in
            Assert.InRange(await Found(second, atLeast: 1), 1, 15);
        }

        await using var later = await Start();
        Assert.Contains("Ljubljana: 19 activities moved on", await Seed(later, Today));
        Assert.Equal(20, await Found(later, atLeast: 20));
    }

    [Fact]
    public async Task A_folder_with_a_real_city_is_refused()
    {
        await using var app = await Start();
        await new DemoDoor(app.Services, default).Open(DemoContent.Of("szeged").Plan.City, new("Anna", "anna@example.org"));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Seed(app, Today));

        Assert.StartsWith("There are cities here that are not the demo's.", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<WebApplication> Start()
    {
        var app = Host.Suite.Build(["--demo=true", $"--data={_folder}", "--urls=http://127.0.0.1:0"]);
        await Migrations.Apply(app.Services, default);
        await app.StartAsync();
        return app;
    }

    private static async Task<string> Seed(WebApplication app, DateOnly today)
    {
        using var said = new StringWriter();
        await DemoCities.Seed(app.Services, today, said, default);
        return said.ToString();
    }

    /// <summary>How many activities a visitor of Ljubljana finds: past ones are not shown.</summary>
    private static async Task<int> Found(WebApplication app, int atLeast)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.First()) };
        var total = 0;
        await Eventually.Holds(async () =>
        {
            var found = await visitor.GetFromJsonAsync<JsonElement>($"/api/catalogue/activities?city=ljubljana");
            return (total = found.GetProperty("total").GetInt32()) >= atLeast;
        });
        return total;
    }

    /// <summary>A process that is killed when it has said a certain word.</summary>
    private sealed class KillAfter(string word, CancellationTokenSource life) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            if (value!.Contains(word, StringComparison.Ordinal))
            {
                await life.CancelAsync();
            }
        }
    }
}
