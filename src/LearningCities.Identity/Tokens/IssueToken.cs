using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LearningCities.Identity.Tokens;

/// <summary>
/// The token endpoint (RFC 6749). OpenIddict has read the request and made sure which program asks and that it may; here it
/// is decided for whom the token is and what it allows. Errors are the protocol's, not problem documents.
/// </summary>
internal static class IssueToken
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/token", Handle)
        .WithName(nameof(IssueToken))
        .WithSummary("Issue a token: for a program, a person's credentials, a refresh token or an API key")
        .AllowAnonymous(); // programs prove themselves with their secret

    private static async Task<Results<SignInHttpResult, ForbidHttpResult>> Handle(
        HttpContext http, Bearers bearers, CancellationToken cancellation)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var bearer = request.GrantType switch
        {
            GrantTypes.ClientCredentials => await bearers.Program(request, cancellation),
            Grants.Password => await bearers.Person(request.Username, request.Password, cancellation),
            GrantTypes.RefreshToken => await bearers.Person(await Session(http), cancellation),
            GrantTypes.TokenExchange => await bearers.Key(request.SubjectToken, cancellation),
            _ => null,
        };
        return bearer is null
            ? Refused(request.IsRefreshTokenGrantType()
                ? "This session is over."
                : "This is not right, or was tried too often.") // the same for all, or it would tell who has an account
            : TypedResults.SignIn(
                new ClaimsPrincipal(bearer), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<ClaimsPrincipal> Session(HttpContext http) =>
        (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;

    private static ForbidHttpResult Refused(string why) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
