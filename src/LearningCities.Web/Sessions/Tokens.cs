using System.Text.Json.Serialization;
using LearningCities.Web.Calls;

namespace LearningCities.Web.Sessions;

/// <summary>Identity's token endpoint, as only Web may use it: an e-mail address and a password in, tokens out.</summary>
internal sealed class Tokens(Neighbours neighbours, ClientSecrets secrets, TimeProvider clock)
{
    /// <summary>So long before its end a token is changed for a new one.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public sealed record Issued(Ticket Ticket, DateTimeOffset Until);

    public Task<Answer<Issued>> SignIn(Visit visit, string email, string password) => Ask(visit.City.Id, new()
    {
        ["grant_type"] = "urn:learning-cities:password",
        ["username"] = email,
        ["password"] = password,
        ["city"] = visit.City.Id.ToString(),
    }, $"{visit.Http.Connection.RemoteIpAddress}", visit.Language, visit.Cancellation);

    public Task<Answer<Issued>> Refresh(Ticket ticket, CancellationToken cancellation) => Ask(ticket.City, new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = ticket.RefreshToken ?? "",
    }, null, null, cancellation, ticket);

    private async Task<Answer<Issued>> Ask(
        Guid city, Dictionary<string, string> form, string? visitor, string? language, CancellationToken cancellation,
        Ticket? before = null)
    {
        form["client_id"] = "web";
        form["client_secret"] = secrets.Of("web");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/token")
        {
            Content = new FormUrlEncodedContent(form),
        };
        if (visitor is not null)
        {
            request.Headers.Add("X-Forwarded-For", visitor);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        var now = clock.GetUtcNow();
        var answer = await neighbours.To("identity").Ask<Response>(request, cancellation);
        if (!answer.IsGiven(out var tokens))
        {
            return new(null, answer.Refusal ?? Refusal.Silence);
        }

        var me = await WhoIs(tokens, cancellation);
        var ticket = me.IsGiven(out var person)
            ? new Ticket(
                city, person.Id, person.Name, person.Email, person.Roles, person.Organisations ?? [],
                tokens.AccessToken, tokens.RefreshToken)
            : before is null ? null : before with // the old token is used up: losing the new one would sign her out
            {
                AccessToken = tokens.AccessToken,
                RefreshToken = tokens.RefreshToken,
            };
        return ticket is null
            ? new(null, me.Refusal)
            : new(new Issued(ticket, now.AddSeconds(tokens.ExpiresIn)), null);
    }

    private async Task<Answer<Me>> WhoIs(Response tokens, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/identity/me");
        request.Headers.Authorization = new("Bearer", tokens.AccessToken);
        return await neighbours.To("identity").Ask<Me>(request, cancellation);
    }

    private sealed record Response(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record Me(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, IReadOnlyList<Organisation>? Organisations);
}
