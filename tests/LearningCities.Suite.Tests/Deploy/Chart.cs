using k8s;
using k8s.Models;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>The Helm chart as helm renders it, read as strictly as a cluster would: no member that Kubernetes does not know.</summary>
internal sealed class Chart
{
    public const string Folder = "deploy/helm/learning-cities";

    private const string Part = "app.kubernetes.io/component";

    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["apps/v1/Deployment"] = typeof(V1Deployment),
        ["batch/v1/CronJob"] = typeof(V1CronJob),
        ["batch/v1/Job"] = typeof(V1Job),
        ["networking.k8s.io/v1/Ingress"] = typeof(V1Ingress),
        ["networking.k8s.io/v1/NetworkPolicy"] = typeof(V1NetworkPolicy),
        ["policy/v1/PodDisruptionBudget"] = typeof(V1PodDisruptionBudget),
        ["v1/ConfigMap"] = typeof(V1ConfigMap),
        ["v1/PersistentVolumeClaim"] = typeof(V1PersistentVolumeClaim),
        ["v1/Service"] = typeof(V1Service),
    };

    private readonly IReadOnlyList<object> _objects;

    private Chart(string rendered) => _objects = KubernetesYaml.LoadAllFromString(rendered, Kinds, strict: true);

    public static async Task<Chart> Render(params string[] values)
    {
        var (code, said) = await Tool.Run("helm", ["template", "learning-cities", Folder, "--set", "publicUrl=https://learning.example.org", .. values]);
        Assert.True(code == 0, said);
        return new Chart(said);
    }

    public IEnumerable<T> All<T>() => _objects.OfType<T>();

    public IReadOnlyDictionary<string, V1PodSpec> Pods => All<V1Deployment>().ToDictionary(PartOf, d => d.Spec.Template.Spec)
        .Concat(All<V1Job>().ToDictionary(PartOf, job => job.Spec.Template.Spec))
        .Concat(All<V1CronJob>().ToDictionary(PartOf, job => job.Spec.JobTemplate.Spec.Template.Spec))
        .ToDictionary();

    public static string PartOf(IKubernetesObject<V1ObjectMeta> thing) => thing.Metadata.Labels.TryGetValue(Part, out var part) ? part : "";

    /// <summary>What a part's process is told; a secret's value is where it comes from.</summary>
    public ToldProcess Told(string part)
    {
        var container = Assert.Single(Pods[part].Containers);
        return new ToldProcess(
            part,
            [.. container.Args ?? []],
            container.Env.ToDictionary(setting => setting.Name, setting => setting.Value ?? Stored(setting.ValueFrom.SecretKeyRef)));
    }

    /// <summary>The secrets that a part sees: <c>learning-cities-database/owner</c>.</summary>
    public IEnumerable<string> SecretsOf(string part) =>
        from setting in Pods[part].Containers[0].Env
        let secret = setting.ValueFrom?.SecretKeyRef
        where secret is not null
        select $"{secret.Name}/{secret.Key}";

    /// <summary>The parts of this release that a part may call, as far as its own policies say; and those that may call it.</summary>
    public IEnumerable<string> MayCall(string part) => PoliciesOf(part).SelectMany(policy => policy.Spec.Egress ?? [])
        .SelectMany(rule => rule.To ?? []).SelectMany(PartsOf);

    public IEnumerable<string> MayBeCalledBy(string part) => PoliciesOf(part).SelectMany(policy => policy.Spec.Ingress ?? [])
        .SelectMany(rule => rule.FromProperty ?? []).SelectMany(PartsOf);

    /// <summary>The ports that a part may reach outside the release.</summary>
    public IEnumerable<string> PortsOutside(string part) => PoliciesOf(part).SelectMany(policy => policy.Spec.Egress ?? [])
        .Where(rule => !(rule.To ?? []).SelectMany(PartsOf).Any()).SelectMany(rule => rule.Ports).Select(port => port.Port.Value).Distinct();

    private IEnumerable<V1NetworkPolicy> PoliciesOf(string part) => All<V1NetworkPolicy>()
        .Where(policy => !policy.Spec.PodSelector.MatchLabels.TryGetValue(Part, out var only) || only == part);

    private static IEnumerable<string> PartsOf(V1NetworkPolicyPeer peer) =>
        (peer.PodSelector?.MatchExpressions ?? []).Where(asked => asked.Key == Part).SelectMany(asked => asked.Values);

    private static string Stored(V1SecretKeySelector secret) => secret.Key switch
    {
        "owner" or "suite" => $"Host=database;Username={secret.Key}",
        "address" => "amqp://broker:5672",
        _ => $"{secret.Name}/{secret.Key}",
    };
}
