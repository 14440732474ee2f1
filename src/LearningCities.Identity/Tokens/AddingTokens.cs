using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace LearningCities.Identity.Tokens;

/// <summary>OpenIddict's server, as this suite needs it.</summary>
internal static class AddingTokens
{
    public static void AddTokenIssuer(this IHostApplicationBuilder builder)
    {
        builder.AddLibraryTables<TokensDb, SqliteTokensDb, PostgreSqlTokensDb>("identity");
        var services = builder.Services;
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<TokensDb>().ReplaceDefaultEntities<Program, Session, Scope, Token, Guid>();
                core.ReplaceApplicationManager<Program, Programs>();
            })
            .AddServer(server => Describe(server, builder.Configuration));

        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning); // it tells each request with the address of who signs in

        services.AddSingleton<KeyWrapping>();
        services.AddSingleton<TokenKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<TokenKeys>());
        services.AddHostedService<OpenTokens>();
        services.AddHostedService<Pruning>();
    }

    private static void Describe(OpenIddictServerBuilder server, IConfiguration configuration)
    {
        server.SetIssuer(configuration["PublicUrl"]!.TrimEnd('/') + "/")
            .SetTokenEndpointUris("api/identity/token")
            .SetConfigurationEndpointUris(".well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris(".well-known/jwks");

        server.AllowClientCredentialsFlow().AllowRefreshTokenFlow().AllowTokenExchangeFlow().AllowCustomFlow(Grants.Password);
        server.RegisterScopes([.. Scopes.All]).RegisterAudiences(Authentication.Audience);

        server.DisableAccessTokenEncryption() // every service reads them by itself
            .UseReferenceRefreshTokens()
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(10))
            .SetRefreshTokenLifetime(TimeSpan.FromDays(30))
            .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(30)); // two pages that open at the same moment are no theft

        server.UseAspNetCore()
            .EnableTokenEndpointPassthrough() // to IssueToken
            .DisableTransportSecurityRequirement(); // TLS ends at the edge

        // Ten minutes later nobody asks for an access token any more: no row for it.
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(context =>
            {
                context.CreateTokenEntry &= context.TokenType is not TokenTypeIdentifiers.AccessToken;
                return ValueTask.CompletedTask;
            })
            .SetOrder(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order - 1));

        // The only thing that is exchanged is an API key, which IssueToken reads: it is no token of OpenIddict's.
        server.Configure(options =>
        {
            options.SubjectTokenTypes.Clear();
            options.SubjectTokenTypes.Add(Grants.ApiKey);
            options.ActorTokenTypes.Clear();
        });
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler
            .UseInlineHandler(context =>
            {
                context.ValidateSubjectToken = false;
                return ValueTask.CompletedTask;
            })
            .SetOrder(OpenIddictServerHandlers.EvaluateValidatedTokens.Descriptor.Order + 1));
    }
}
