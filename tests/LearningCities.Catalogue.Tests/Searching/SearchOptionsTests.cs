using LearningCities.Catalogue.Searching.Elastic;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Catalogue.Tests.Searching;

public sealed class SearchOptionsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("embedded", false)]
    [InlineData("elasticsearch", true)]
    public void The_index_is_in_the_process_unless_it_is_said_to_be_elsewhere(string? search, bool elsewhere) =>
        Assert.Equal(elsewhere, SearchOptions.IsElsewhere(Settings(("search", search))));

    [Theory]
    [InlineData("--search", "search=lucene")]
    [InlineData("Search:Url", "Search:Url=")]
    [InlineData("Search:Url", "Search:Url=search.example.org:9200")]
    [InlineData("Search:Url", "Search:Url=ftp://search.example.org")]
    [InlineData("Search:Prefix", "Search:Prefix=Our Cities")]
    [InlineData("Search:Password", "Search:User=elastic")]
    [InlineData("Search:User", "Search:Password=secret")]
    [InlineData("Search:ApiKey", "Search:ApiKey=a2V5", "Search:User=elastic", "Search:Password=secret")]
    [InlineData("Search:CertificateFingerprint", "Search:CertificateFingerprint=12:34")]
    [InlineData("Search:CertificateAuthority", "Search:CertificateAuthority=/nowhere/ca.pem")]
    public void A_setting_that_cannot_be_ends_the_process_with_its_name(string key, params string[] wrong)
    {
        var settings = Settings([("Search:Url", "https://search.example.org:9200"), .. wrong.Select(Pair)]);

        var refused = Assert.Throws<InvalidOperationException>(() => SearchOptions.IsElsewhere(settings) ? null : SearchOptions.Of(settings));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_let_in_says_who_it_is()
    {
        Assert.Equal("Basic ZWxhc3RpYzpzZWNyZXQ=", Of(("Search:User", "elastic"), ("Search:Password", "secret")).Authorization);
        Assert.Equal("ApiKey a2V5", Of(("Search:ApiKey", "a2V5")).Authorization);
        Assert.Null(Of().Authorization);
        Assert.Equal("https://search.example.org:9200/", Of().Url.AbsoluteUri);

        static SearchOptions Of(params (string, string?)[] settings) =>
            SearchOptions.Of(Settings([("Search:Url", "https://search.example.org:9200"), .. settings]));
    }

    private static (string, string?) Pair(string setting) => setting.Split('=', 2) is [var key, var value] ? (key, value) : default;

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(setting => KeyValuePair.Create(setting.Key, setting.Last().Value))).Build();
}
