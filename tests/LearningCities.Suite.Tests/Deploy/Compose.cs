using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>A compose file, with its anchors followed and its variables filled in.</summary>
internal sealed partial class Compose
{
    private readonly string _text;

    public Compose(string file)
    {
        var text = File.ReadAllText(Path.Combine(Sources.Root, file));
        _text = Variable().Replace(text, variable => variable.Groups["unsaid"] is { Success: true, Value: var unsaid } ? unsaid
            : variable.Groups["name"].Value == "PUBLIC_URL" ? "https://learning.example.org" : "secret");
        Variables = [.. Variable().Matches(text).Where(variable => !variable.Groups["unsaid"].Success).Select(variable => variable.Groups["name"].Value).Distinct()];
        Services = Read<ComposeFile>().Services;
    }

    /// <summary>The variables without which it does not start.</summary>
    public IReadOnlyList<string> Variables { get; }

    public IReadOnlyDictionary<string, Service> Services { get; }

    /// <summary>Those that run the suite's image.</summary>
    public IEnumerable<KeyValuePair<string, Service>> OfTheSuite => Services.Where(service => service.Value.Image == "learning-cities");

    public ToldProcess Told(string service) => new(service, Services[service].Command, Services[service].Environment);

    public string Json => new SerializerBuilder().JsonCompatible().Build().Serialize(Read<Dictionary<string, object>>());

    private T Read<T>() => new DeserializerBuilder().IgnoreUnmatchedProperties().WithAttemptingUnquotedStringTypeDeserialization()
        .Build().Deserialize<T>(new MergingParser(new Parser(new StringReader(_text))));

    [GeneratedRegex(@"\$\{(?<name>\w+)(:-(?<unsaid>[^}]*)|(?<unsaid>):\+[^}]*|:\?[^}]*)?\}")]
    private static partial Regex Variable();

    private sealed class ComposeFile
    {
        [YamlMember(Alias = "services")]
        public Dictionary<string, Service> Services { get; set; } = [];
    }

    internal sealed class Service
    {
        [YamlMember(Alias = "image")]
        public string Image { get; set; } = "";

        [YamlMember(Alias = "command")]
        public List<string> Command { get; set; } = [];

        [YamlMember(Alias = "environment")]
        public Dictionary<string, string> Environment { get; set; } = [];

        [YamlMember(Alias = "ports")]
        public List<string> Ports { get; set; } = [];

        [YamlMember(Alias = "restart")]
        public string Restart { get; set; } = "";

        [YamlMember(Alias = "read_only")]
        public bool ReadOnly { get; set; }

        [YamlMember(Alias = "depends_on")]
        public Dictionary<string, Dictionary<string, string>> DependsOn { get; set; } = [];

        [YamlMember(Alias = "healthcheck")]
        public object? HealthCheck { get; set; }
    }
}
