using System.Text.Json;
using System.Text.RegularExpressions;
using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Calls;

namespace LearningCities.Host.Demo;

/// <summary>How the demo gets in: the job that makes a city, and people's own passwords.</summary>
internal sealed partial class DemoDoor(IServiceProvider services, CancellationToken cancellation)
{
    /// <summary>Everybody's. It is printed at each start: the demo is no place for secrets.</summary>
    public const string Password = "learning-cities-demo";

    private readonly Neighbours _neighbours = services.GetRequiredService<Neighbours>();

    /// <summary>A visitor, who may only look.</summary>
    public DemoCaller Nobody => new(_neighbours, "", cancellation);

    /// <summary>Makes the city where it is missing, and the administrator.</summary>
    public async Task Open(DemoTown town, DemoAdministrator administrator)
    {
        var arguments = new Dictionary<string, string>
        {
            ["create-city"] = town.Name.First().Value,
            ["short-name"] = town.ShortName,
            ["language"] = town.Languages[0],
            ["time-zone"] = town.TimeZone,
            ["currency"] = town.Currency,
            ["latitude"] = FormattableString.Invariant($"{town.Latitude}"),
            ["longitude"] = FormattableString.Invariant($"{town.Longitude}"),
            ["admin"] = administrator.Email,
            ["admin-name"] = administrator.Name,
        };
        using var said = new StringWriter();
        await using var scope = services.CreateAsyncScope();
        var job = services.GetServices<JobOf>().Single(job => job.Name == "create-city").Make(scope.ServiceProvider);
        if (await job.Run(arguments, said, cancellation) != 0)
        {
            throw new InvalidOperationException($"The demo could not make {town.ShortName}: {said}");
        }

        if (Link().Match(said.ToString()) is { Success: true } link) // no link: she has a password
        {
            var city = await CityOf(town.ShortName);
            await (await Web(city)).Change($"/api/identity/password-resets/{link.Groups["token"].Value}", new { password = Password });
        }
    }

    public async Task<Guid> CityOf(string shortName)
    {
        var city = await Nobody.Get($"/api/identity/cities/{shortName}");
        return city.Id();
    }

    /// <summary>The web front end, which may register people.</summary>
    public async Task<DemoCaller> Web(Guid city)
    {
        using var client = await _neighbours.To("identity", "web", city, "identity:register", cancellation);
        return new DemoCaller(_neighbours, client.DefaultRequestHeaders.Authorization!.Parameter!, cancellation);
    }

    public async Task<DemoCaller> SignIn(string email)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:learning-cities:password",
            ["client_id"] = "web",
            ["client_secret"] = services.GetRequiredService<ClientSecrets>().Of("web"),
            ["username"] = email,
            ["password"] = Password,
        });
        using var identity = _neighbours.To("identity");
        using var response = await identity.PostAsync("/api/identity/token", form, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? new DemoCaller(_neighbours, JsonElement.Parse(text).GetProperty("access_token").GetString()!, cancellation)
            : throw new HttpRequestException($"The demo could not sign in as {email}: {(int)response.StatusCode} {text}");
    }

    [GeneratedRegex("/new-password/(?<token>[^\\s/]+)")]
    private static partial Regex Link();
}
