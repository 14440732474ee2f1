using k8s.Models;

namespace LearningCities.Suite.Tests.Deploy;

public sealed class ChartTests
{
    private static readonly string[] Everything =
    [
        "--set", "ingress.enabled=true", "--set", "ingress.className=nginx", "--set", "ingress.tlsSecret=tls", "--set", "smtp.host=mail", "--set", "smtp.from=learn@example.org",
        "--set", "secrets.smtp=smtp", "--set", "secrets.redis=redis", "--set", "telemetry.endpoint=http://collector:4317", "--set", "trustedProxies={10.0.0.0/8}", "--set-string", "settings.Edge__PagesPerMinute=2400",
        "--set", "search.engine=elasticsearch", "--set", "search.url=https://search:9200", "--set", "search.signIn=password", "--set", "search.secret=search",
    ];

    private static readonly string[] One = ["--values", $"{Chart.Folder}/values-one.yaml"];

    public static TheoryData<string> Parts => [.. Host.Suite.Targets, "migrate", "topology"];

    [Fact]
    public async Task Helm_finds_nothing_to_mend()
    {
        var (code, said) = await Tool.Run("helm", "lint", "--strict", Chart.Folder, "--set", "publicUrl=https://learning.example.org");

        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("publicUrl", "publicUrl=http://learning.example.org")]
    [InlineData("badge", "publicUrl=https://learning.example.org,modules.badge.replicas=2")]
    [InlineData("replica", "publicUrl=https://learning.example.org,modules.web.replica=2")]
    [InlineData("backup.enabled", "publicUrl=https://learning.example.org,form=one,backup.enabled=true")]
    [InlineData("search.url", "publicUrl=https://learning.example.org,search.engine=elasticsearch")]
    [InlineData("search.secret", "publicUrl=https://learning.example.org,search.engine=elasticsearch,search.url=https://search:9200,search.signIn=apiKey")]
    [InlineData("letters have to come from somebody", "publicUrl=https://learning.example.org,smtp.host=mail")]
    public async Task What_it_does_not_know_is_refused(string named, string values)
    {
        var (code, said) = await Tool.Run("helm", "template", Chart.Folder, "--set", values);

        Assert.NotEqual(0, code);
        Assert.Contains(named, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_a_part_for_each_module_and_a_service_before_it()
    {
        var chart = await Chart.Render();

        Assert.Equal(Host.Suite.Targets.Order(), chart.All<V1Deployment>().Select(Chart.PartOf).Order());
        Assert.Equal(Host.Suite.Targets.Order(), chart.All<V1Service>().Select(Chart.PartOf).Order());
        Assert.All(chart.All<V1Deployment>(), module => Assert.Equal($"--target={Chart.PartOf(module)}", module.Spec.Template.Spec.Containers[0].Args.Single()));
    }

    [Fact]
    public async Task Tables_come_first_then_queues()
    {
        var jobs = (await Chart.Render()).All<V1Job>().OrderBy(job => job.Metadata.Annotations["helm.sh/hook-weight"]).ToList();

        Assert.Equal(["migrate", "topology"], jobs.Select(Chart.PartOf));
        Assert.All(jobs, job => Assert.Equal("pre-install,pre-upgrade", job.Metadata.Annotations["helm.sh/hook"]));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_process_is_told_all_it_needs_and_nothing_that_nobody_reads(string part)
    {
        var told = (await Chart.Render(Everything)).Told(part);

        Assert.Empty(told.Unknown);
        await told.Make();
    }

    [Fact]
    public async Task In_one_process_it_is_told_all_it_needs()
    {
        var chart = await Chart.Render([.. Everything, .. One]);

        Assert.Equal("Recreate", Assert.Single(chart.All<V1Deployment>()).Spec.Strategy.Type);
        Assert.Empty(chart.All<V1Job>());
        Assert.Empty(chart.Told("one").Unknown);
        await chart.Told("one").Make();
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Its_secrets_are_its_own(string part)
    {
        var secrets = (await Chart.Render()).SecretsOf(part).Select(secret => secret.Replace("learning-cities-", "")).Distinct().Order();

        Assert.Equal(part switch
        {
            "gateway" => ["clients/gateway"],
            "identity" => ["broker/address", "clients/gateway", "clients/notifications", "clients/web", "database/suite"],
            "web" or "notifications" => ["broker/address", $"clients/{part}", "database/suite"],
            "migrate" => ["broker/address", "database/owner"],
            _ => ["broker/address", "database/suite"],
        }, secrets);
    }

    [Fact]
    public async Task The_search_engine_is_the_catalogues_alone()
    {
        var chart = await Chart.Render([.. Everything, "--set", "search.signIn=apiKey", "--set", "search.authority=search-authority"]);

        Assert.Equal(["catalogue"], chart.Pods.Keys.Where(part => chart.Told(part).Environment.ContainsKey("search")));
        Assert.Contains("search/apiKey", chart.SecretsOf("catalogue"));
        Assert.Equal("/search/ca.crt", chart.Told("catalogue").Environment["Search__CertificateAuthority"]);
        Assert.Equal(["catalogue"], chart.Pods.Where(pod => pod.Value.Volumes.Any(volume => volume.Secret?.SecretName == "search-authority")).Select(pod => pod.Key));
    }

    [Fact]
    public async Task Its_backup_is_our_script_each_night_and_sees_the_database_alone()
    {
        var chart = await Chart.Render("--set", "backup.enabled=true", "--set", "backup.databases={learning_cities,badges}");
        var script = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "deploy/postgres/backup"), TestContext.Current.CancellationToken);
        var container = Assert.Single(chart.Pods["backup"].Containers);

        Assert.Equal("Forbid", Assert.Single(chart.All<V1CronJob>()).Spec.ConcurrencyPolicy);
        Assert.Equal(script, Assert.Single(chart.All<V1ConfigMap>()).Data["backup"]);
        Assert.Equal(["learning-cities-backup/host", "learning-cities-backup/password", "learning-cities-backup/user"], chart.SecretsOf("backup").Order());
        Assert.All(container.Env, setting => Assert.Contains(setting.Name.StartsWith("PG", StringComparison.Ordinal) ? "PGHOST" : setting.Name, script, StringComparison.Ordinal));
        Assert.Equal("learning_cities badges", container.Env.Single(setting => setting.Name == "DATABASES").Value);
        Assert.Equal(["53", "5432"], chart.PortsOutside("backup").Order());
        Assert.Empty(chart.MayCall("backup"));
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.Equal("keep", Assert.Single(chart.All<V1PersistentVolumeClaim>()).Metadata.Annotations["helm.sh/resource-policy"]);
    }

    [Fact]
    public async Task Nobody_is_root_and_nothing_is_written_but_where_it_is_allowed() => Assert.All(
        (await Chart.Render()).Pods.Values.Concat((await Chart.Render(One)).Pods.Values),
        pod =>
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            var container = pod.Containers.Single();
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Equal(["/data", "/tmp"], container.VolumeMounts.Select(mount => mount.MountPath).Order());
            Assert.NotNull(container.Resources.Limits["memory"]);
        });

    [Fact]
    public async Task Each_is_asked_whether_it_is_well() => Assert.All((await Chart.Render()).All<V1Deployment>(), module =>
    {
        var container = module.Spec.Template.Spec.Containers[0];
        Assert.Equal("/health/startup", container.StartupProbe.HttpGet.Path);
        Assert.Equal("/health/live", container.LivenessProbe.HttpGet.Path);
        Assert.Equal("/health/ready", container.ReadinessProbe.HttpGet.Path);
    });

    [Fact]
    public async Task Of_several_replicas_one_may_go_at_a_time()
    {
        var chart = await Chart.Render();

        Assert.Equal(
            chart.All<V1Deployment>().Where(module => module.Spec.Replicas > 1).Select(Chart.PartOf).Order(),
            chart.All<V1PodDisruptionBudget>().Select(Chart.PartOf).Order());
        Assert.All(chart.All<V1Deployment>(), module => Assert.Equal("0", module.Spec.Strategy.RollingUpdate.MaxUnavailable.Value));
    }

    [Fact]
    public async Task Only_who_has_to_may_speak_to_a_module()
    {
        var chart = await Chart.Render();
        var needed =
            from caller in Host.Suite.Targets
            from called in Host.Suite.Targets
            where caller != called && called != "gateway" && (caller is "gateway" or "web" || called is "identity")
            select (caller, called);

        Assert.Equal(needed.Order(), chart.Pods.Keys.SelectMany(part => chart.MayCall(part).Select(called => (part, called))).Order());
        Assert.Equal(needed.Order(), chart.Pods.Keys.SelectMany(part => chart.MayBeCalledBy(part).Select(caller => (caller, part))).Order());
    }

    [Theory]
    [InlineData("gateway", "4317", "53")]
    [InlineData("badges", "4317", "53", "5432", "5672")]
    [InlineData("notifications", "4317", "53", "5432", "5672", "587")]
    [InlineData("catalogue", "4317", "53", "5432", "5672", "9200")]
    [InlineData("web", "4317", "53", "5432", "5672", "6379")]
    [InlineData("migrate", "4317", "53", "5432")]
    [InlineData("topology", "4317", "53", "5672")]
    public async Task Outside_it_reaches_only_its_engines(string part, params string[] ports) =>
        Assert.Equal(ports, (await Chart.Render(Everything)).PortsOutside(part).Order());

    [Theory]
    [InlineData("gateway")]
    [InlineData("one", "--values", $"{Chart.Folder}/values-one.yaml")]
    public async Task The_edge_is_the_only_address_outside(string edge, params string[] values)
    {
        var chart = await Chart.Render([.. Everything, .. values]);

        var way = Assert.Single(Assert.Single(Assert.Single(chart.All<V1Ingress>()).Spec.Rules).Http.Paths);
        Assert.Equal($"learning-cities-{edge}", way.Backend.Service.Name);
        Assert.All(chart.All<V1Service>(), service => Assert.Null(service.Spec.Type));
    }

    [Fact]
    public async Task Certificates_reach_those_whose_keys_they_wrap_and_nobody_else()
    {
        var chart = await Chart.Render("--set", "secrets.certificates=certificates");

        Assert.Equal(
            ["badges", "identity"],
            chart.Pods.Where(part => part.Value.Volumes.Any(volume => volume.Secret is not null)).Select(part => part.Key).Order());
        Assert.Equal("/certificates/keys.p12", chart.Told("identity").Environment["Keys__Certificate"]);
        Assert.Equal("/certificates/keys.p12", chart.Told("badges").Environment["Badges__CertificateFile"]);
    }
}
