using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCities.ServiceDefaults;

/// <summary>Says that an endpoint is for those whose token names one of these.</summary>
public sealed record NeedsScope(IReadOnlyList<string> AnyOf);

/// <summary>Says that an endpoint shows something of one city, which who has no token names in the address.</summary>
public sealed record AsksForCity;

public static class Authentication
{
    public const string Audience = "learning-cities";

    /// <summary>Who may: those whose token names this scope, or one of these, each in the token's own city.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.City() is not null && anyOf.Any(context.User.HasScope)))
            .WithMetadata(new NeedsScope(anyOf));

    /// <summary>
    /// Everybody may. Who has no token says in the address which city is looked at, <c>?city=szeged</c>: 400 without, 404 where
    /// nobody knows it.
    /// </summary>
    public static TBuilder AllowVisitors<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(new AsksForCity());

    internal static IServiceCollection AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        var issuer = configuration.Required("PublicUrl").TrimEnd('/') + "/";
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServiceProvider>((bearer, provider) =>
        {
            // The issuer is known by its public address; its keys are asked for on the short way inside.
            bearer.MetadataAddress = "http://identity/.well-known/openid-configuration";
            bearer.RequireHttpsMetadata = false;
            bearer.Backchannel = new HttpClient(new ToIdentity(provider.GetRequiredService<IHttpMessageHandlerFactory>()))
            {
                Timeout = TimeSpan.FromSeconds(10),
                MaxResponseContentBufferSize = 1024 * 1024,
            };
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = new()
            {
                ValidIssuer = configuration["Authentication:Issuer"] is { Length: > 0 } other ? other : issuer,
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = ["ES256"],
                ValidAudience = Audience,
                ClockSkew = TimeSpan.FromSeconds(60),
            };
        });

        // An endpoint of ours that does not say who may is for nobody. What the framework answers by itself (404, 405, 415)
        // is no endpoint of ours; denied, it would tell every client who mistypes an address to sign in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build());
        return services;
    }

    /// <summary>
    /// Says whom the request works for. Without a token the city is the one asked for (its short name or id): it says what is
    /// looked at, and gives no right, because every endpoint with a policy has its city from the token.
    /// </summary>
    internal static async Task UseCaller(HttpContext http, RequestDelegate next)
    {
        var city = http.User.City() ?? await AskedFor(http);
        Activity.Current?.SetTag("module", http.GetEndpoint()?.Metadata.GetMetadata<ITagsMetadata>()?.Tags is [var module, ..] ? module : null);
        http.RequestServices.GetRequiredService<Caller>().Is(
            http.User.FindFirstValue("sub") ?? "", city, http.User.Organisations(), http.User.Scopes());
        await next(http);
    }

    private static async ValueTask<Guid> AskedFor(HttpContext http)
    {
        var asked = http.Request.Query["city"] is [{ Length: > 0 and < 100 } name] ? name : null;
        var city = asked is not null && asked.All(IsOfAName) && http.ModuleMetadata() is { } module
            ? await module.FindCity(http, asked)
            : Guid.Empty;
        return city != Guid.Empty || http.GetEndpoint()?.Metadata.GetMetadata<AsksForCity>() is null ? city
            : asked is null
                ? throw new ProblemException(StatusCodes.Status400BadRequest, "city-missing", "Say which city: ?city=szeged, for example.")
                : throw new ProblemException(StatusCodes.Status404NotFound, "city-unknown", $"No city here is called '{asked}'.");
    }

    private static bool IsOfAName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';

    private static Guid? City(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue("city"), out var city) ? city : null;

    private static IEnumerable<Guid> Organisations(this ClaimsPrincipal user) => user.FindAll("organisation")
        .Select(claim => Guid.TryParse(claim.Value, out var organisation) ? organisation : Guid.Empty)
        .Where(organisation => organisation != Guid.Empty);

    private static IEnumerable<string> Scopes(this ClaimsPrincipal user) =>
        user.FindAll("scope").SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool HasScope(this ClaimsPrincipal user, string scope) => user.Scopes().Contains(scope);

    /// <summary>Whatever public address the issuer's documents name, it is the module Identity that is asked.</summary>
    private sealed class ToIdentity(IHttpMessageHandlerFactory handlers) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Host = "identity", Port = 80 }.Uri;
            using var invoker = new HttpMessageInvoker(handlers.CreateHandler("identity"), disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken);
        }
    }
}
