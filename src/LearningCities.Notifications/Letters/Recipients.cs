using System.Net;
using System.Net.Http.Json;

namespace LearningCities.Notifications.Letters;

/// <summary>Asks Identity, at the moment of sending, whom a letter goes to. Nothing of the answer is kept or logged.</summary>
internal sealed class Recipients(Neighbours neighbours)
{
    private const string Scope = "identity:contact";

    /// <summary>Null where there is nobody any more, or what the letter is about is over.</summary>
    /// <exception cref="HttpRequestException">Identity does not answer now.</exception>
    public async Task<Recipient?> Of(Letter letter, CancellationToken cancellation)
    {
        using var identity = await neighbours.To("identity", "notifications", letter.City, Scope, cancellation);
        var address = letter.News.Kind is Kinds.PasswordReset
            ? $"/api/identity/password-resets/{letter.About}/letter"
            : $"/api/identity/people/{letter.RecipientId}/contact";
        using var response = await identity.GetAsync(address, cancellation);
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Recipient>(cancellation);
    }
}

/// <param name="Language">Which language she reads.</param>
/// <param name="Link">Where a new password can be chosen, in a letter about that; it is a secret.</param>
internal sealed record Recipient(string Name, string Email, string Language, string? Link = null);
