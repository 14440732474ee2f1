using LearningCities.Contracts;
using LearningCities.Contracts.Catalogue;

[assembly: AssemblyFixture(typeof(LearningCities.Pathways.Tests.PathwaysSuite))]

namespace LearningCities.Pathways.Tests;

/// <summary>Pathways alone in its process. What happens in the catalogue comes as a broker would bring it.</summary>
public sealed class PathwaysSuite() : RunningSuite("pathways"), IAsyncLifetime
{
    public static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The city's catalogue has an activity that pathways have heard of.</summary>
    public async Task<Guid> Publishes(City city, string title = "Robotics", DateTimeOffset? startsAt = null)
    {
        var activity = Guid.CreateVersion7();
        await Deliver(Published(city, activity, title, startsAt: startsAt));
        return activity;
    }

    public Task Cancels(City city, Guid activity, long version = 2) => Deliver(Cancelled(city, activity, version));

    public Task Confirms(City city, Guid activity, Guid learner) => Deliver(Confirmed(city, activity, learner));

    public static ActivityPublished Published(
        City city, Guid activity, string title = "Robotics", long version = 1, DateTimeOffset? startsAt = null) =>
        new(city.Id, activity, version, city.Organisation, Title(title), "workshop", "belvaros", startsAt ?? Noon, Noon.AddHours(8), []);

    public static ActivityCancelled Cancelled(City city, Guid activity, long version = 2) =>
        new(city.Id, activity, version, city.Organisation, Title("Robotics"), Noon);

    public static AttendanceConfirmed Confirmed(City city, Guid activity, Guid learner) =>
        new(city.Id, Guid.CreateVersion7(), 2, activity, city.Organisation, learner, Title("Robotics"), "belvaros", Noon);

    private static LocalizedText Title(string title) => new("en", title);
}

internal sealed record Pathway(
    Guid Id, string Title, Step[] Steps, int Done, int Of, int Percent, Step? Next, DateTimeOffset? CompletedAt, long Version)
{
    /// <summary>What each step is, in order: <c>Robotics done, Practise now</c>.</summary>
    public string States => string.Join(", ", Steps.Select(s => $"{s.Title} {s.State}"));
}

internal sealed record Step(
    Guid Id, string Kind, Guid? ActivityId, LocalizedText Title, DateTimeOffset? StartsAt, bool Optional, string State, DateTimeOffset? DoneAt);

/// <summary>What a test says to arrange things, as the learner does them: over HTTP.</summary>
internal sealed class Learner(City city) : IDisposable
{
    public const string Own = "pathways:own";

    private HttpClient? _client;

    public City City => city;

    public Guid Id { get; } = Guid.CreateVersion7();

    public HttpClient Client => _client ??= city.ClientOf(Id, Own);

    public async Task<Pathway> Begins(string title = "Robots and I") =>
        await Pathway(await Client.Create("/api/pathways", new { title }));

    public async Task<Pathway> Adds(Pathway pathway, string task, bool optional = false) =>
        await Pathway(await Client.Create($"/api/pathways/{pathway.Id}/steps", new { title = task, optional }));

    public async Task<Pathway> Adds(Pathway pathway, Guid activity, bool optional = false) =>
        await Pathway(await Client.Create($"/api/pathways/{pathway.Id}/steps", new { activityId = activity, optional }));

    public async Task<Pathway> Finishes(Pathway pathway, string step) =>
        await Pathway(await Client.Change(pathway.AddressOf(step) + "/done", null, pathway.Seen()));

    public async Task<Pathway> Sees(Pathway pathway) =>
        (await Client.GetFromJsonAsync<Pathway>($"/api/pathways/{pathway.Id}"))!;

    public void Dispose() => _client?.Dispose();

    private static async Task<Pathway> Pathway(HttpResponseMessage response) =>
        response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<Pathway>())!
            : throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
}

internal static class Sentences
{
    public static System.Net.Http.Headers.EntityTagHeaderValue Seen(this Pathway pathway) => new($"\"{pathway.Version}\"");

    public static string Address(this Pathway pathway) => $"/api/pathways/{pathway.Id}";

    public static string AddressOf(this Pathway pathway, string step) =>
        $"{pathway.Address()}/steps/{pathway.Steps.Single(s => s.Title.ToString() == step).Id}";

    /// <summary>A DELETE of the version with this ETag.</summary>
    public static Task<HttpResponseMessage> Remove(
        this HttpClient client, string path, System.Net.Http.Headers.EntityTagHeaderValue? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, path);
        if (seen is not null)
        {
            request.Headers.IfMatch.Add(seen);
        }

        return client.SendAsync(request);
    }

    /// <summary>Fails unless the answer is this refusal.</summary>
    public static async Task Refuses(this Task<HttpResponseMessage> asked, HttpStatusCode status, string code)
    {
        var response = await asked;
        Assert.Equal((status, code), (response.StatusCode, await response.ProblemCode()));
    }
}
