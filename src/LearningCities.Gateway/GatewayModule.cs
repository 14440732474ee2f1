namespace LearningCities.Gateway;

/// <summary>
/// The edge: what every request from outside passes, whatever it is for, and the way to the modules that run elsewhere.
/// </summary>
/// <param name="away">The modules that do not share this process.</param>
public sealed class GatewayModule(IReadOnlyCollection<string> away) : IModule, IEdge
{
    public string Name => "gateway";

    public void AddServices(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<EdgeOptions>().BindConfiguration("Edge").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Visitors>();
        services.AddSingleton<Limits>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<MergedDocument>();
        if (away.Count > 0)
        {
            var (routes, clusters) = Routes.To(away, builder.Configuration);
            services.AddReverseProxy().LoadFromMemory(routes, clusters);
            services.AddSingleton<Circuits>();
        }

        if (away.Contains("identity")) // where it shares our process there is no second gateway
        {
            services.AddSingleton<SharedCounts>();
            services.AddHostedService(provider => provider.GetRequiredService<SharedCounts>());
        }
    }

    /// <summary>The order matters: who it is, how much, with what key, and what every answer says.</summary>
    public void UseEdge(IApplicationBuilder app) => app.UseWhen(
        http => http.Features.Get<Inside>() is null,
        outside => outside
            .Use(Visitors.Recognise)
            .Use(SecurityHeaders.Add)
            .Use(CrossOrigin.Allow)
            .Use(ApiKeys.Exchange)
            .Use(Limits.Count));

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapProcessState(Name);
        MergedDocument.Map(app);
        ReferencePage.Map(app);
        if (away.Count > 0)
        {
            app.MapReverseProxy(proxy =>
            {
                proxy.Use(AwayPage.Show);
                proxy.Use(Circuits.Guard);
                proxy.UseLoadBalancing();
                proxy.UsePassiveHealthChecks();
            });
        }
    }
}
