using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace LearningCities.Web.Pages;

internal static class AddingPages
{
    /// <summary>Where there is <c>ConnectionStrings:redis</c>, all replicas share what one has drawn.</summary>
    public static void AddKeptPages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PageOptions>().BindConfiguration("Web").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KeptPages>();
        services.AddOutputCache(pages => pages.SizeLimit = 64 * 1024 * 1024);
        if (builder.Configuration.GetConnectionString("redis") is { Length: > 0 } redis)
        {
            services.AddStackExchangeRedisOutputCache(pages =>
            {
                pages.InstanceName = "learning-cities.web.";
                pages.ConfigurationOptions = ConfigurationOptions.Parse(redis);
                pages.ConfigurationOptions.AbortOnConnectFail = false; // whoever is away may come back
                pages.ConfigurationOptions.ConnectTimeout = 1_000; // a page that is drawn anew comes sooner than that
                pages.ConfigurationOptions.AsyncTimeout = 500;
                pages.ConfigurationOptions.BacklogPolicy = BacklogPolicy.FailFast;
            });
        }
    }
}
