using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningCities.Web.Calls;
using LearningCities.Web.Look;
using LearningCities.Web.Pages;
using LearningCities.Web.Sessions;
using Microsoft.AspNetCore.Diagnostics;

namespace LearningCities.Web;

/// <summary>The pages that people use: drawn by the server, without script. Whatever they know, they ask the other modules.</summary>
public sealed class WebModule : IModule
{
    public string Name => "web";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<WebDb, SqliteWebDb, PostgreSqlWebDb>(Name);
        var services = builder.Services;
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<CityInAddress>("city"));
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // or every ő becomes an entity of eight letters
        services.AddTexts(typeof(WebModule).Assembly, "StaffTexts");
        services.AddSingleton<Words>();
        services.AddSingleton<Stylesheets>();
        services.AddSingleton<Scripts>();
        services.AddSingleton<Cities>();
        services.AddSessions();
        services.AddVisits();
        builder.AddKeptPages();
        services.AddScoped<Api>();
        services.AddScoped<Drawings>();
        services.AddScoped<Pages.Discovering.Facts>();
        services.AddScoped<Pages.Discovering.FilterNames>();
        services.Insert(0, ServiceDescriptor.Singleton<IExceptionHandler, PageProblems>()); // asked before the one for programs
        services.AddScoped<Dates>();
        services.AddScoped<Pages.Organisations.People>();
        services.AddScoped<Pages.Operations.Watch>();
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapProcessState(Name);
        Stylesheets.Map(app);
        Scripts.Map(app);

        var pages = app.MapGroup("").WithTags(Name).AllowAnonymous().ExcludeFromDescription(); // what a person may see, the modules decide
        PagesForAll.Map(pages);
        PagesForLearners.Map(pages);
        PagesForStaff.Map(pages);
    }
}
