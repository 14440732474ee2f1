using LearningCities.ServiceDefaults;
using LearningCities.ServiceDefaults.Data;
using LearningCities.ServiceDefaults.Events;

namespace LearningCities.Suite.Tests;

public sealed class DoctorTests
{
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Username=suite;Password=x;Timeout=2";

    private readonly string _folder = Directory.CreateTempSubdirectory("learning-cities-doctor-").FullName;

    [Fact]
    public async Task A_suite_with_all_it_needs_has_nothing_to_mend()
    {
        await using (var app = Host.Suite.Build([$"--data={_folder}"]))
        {
            await Migrations.Apply(app.Services, default);
        }

        var (code, said) = await Examine("--PublicUrl=https://learning.example.org");

        Assert.Equal((0, "0 to mend."), (code, said.TrimEnd()[^10..]));
        Assert.Contains("ok    PublicUrl: https://learning.example.org/", said, StringComparison.Ordinal);
        Assert.Contains("ok    tables of badges: up to date", said, StringComparison.Ordinal);
        Assert.Contains("mind  Notifications:Smtp: No server is set, so e-mails wait", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MEND  PublicUrl: http://learning.example.org/ is not encrypted", "--PublicUrl=http://learning.example.org")]
    [InlineData("MEND  Clients:web: It can be guessed.", "--Clients:web=secret")]
    [InlineData("MEND  Notifications:Smtp: Connection refused", "--Notifications:Smtp:Host=127.0.0.1", "--Notifications:Smtp:Port=1", "--Notifications:Smtp:From=learn@example.org")]
    [InlineData("MEND  Clients:gateway: Set 'Clients:gateway'.", "--target=gateway,catalogue", "--services:identity:http:0=http://127.0.0.1:1", "--services:pathways:http:0=http://127.0.0.1:1", "--services:badges:http:0=http://127.0.0.1:1", "--services:mobility:http:0=http://127.0.0.1:1", "--services:notifications:http:0=http://127.0.0.1:1", "--services:insight:http:0=http://127.0.0.1:1", "--services:web:http:0=http://127.0.0.1:1")]
    [InlineData("MEND  services:identity:http:0: It is not set.", "--target=catalogue")]
    [InlineData("mind  services:identity:http:0: http://127.0.0.1:1 does not answer", "--target=catalogue", "--services:identity:http:0=http://127.0.0.1:1")]
    [InlineData("MEND  tables of badges: Connection refused", "--target=badges", "--tables=postgresql", "--ConnectionStrings:badges=" + NoDatabase)]
    [InlineData("MEND  rabbitmq: Connection refused", "--target=badges", "--tables=postgresql", "--events=rabbitmq", "--ConnectionStrings:badges=" + NoDatabase, "--ConnectionStrings:rabbitmq=amqp://suite:x@127.0.0.1:1")]
    public async Task What_is_wrong_is_named_with_what_to_do(string finding, params string[] settings)
    {
        var (code, said) = await Examine(settings);

        Assert.Contains(finding, said, StringComparison.Ordinal);
        Assert.Equal(said.Contains("MEND", StringComparison.Ordinal) ? 1 : 0, code);
    }

    [Fact]
    public async Task A_broker_without_queues_is_found_out()
    {
        var broker = Environment.GetEnvironmentVariable("TEST_RABBITMQ");
        Assert.SkipWhen(broker is null, "Only where there is a broker: TEST_RABBITMQ.");
        string[] settings =
        [
            "--target=notifications", "--tables=postgresql", "--events=rabbitmq", $"--ConnectionStrings:notifications={NoDatabase}",
            $"--ConnectionStrings:rabbitmq={broker}", $"--Events:Prefix=doctor{Guid.CreateVersion7():n}.",
        ];

        Assert.Contains("queues are missing", (await Examine(settings)).Said, StringComparison.Ordinal);

        await using (var topology = Host.Suite.Build([.. settings, "--topology=deploy"]))
        {
            await TopologyDeployment.Run(topology.Services);
        }

        Assert.Contains("queues are there", (await Examine(settings)).Said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> Examine(params string[] settings)
    {
        await using var app = Host.Suite.Build([$"--data={_folder}", .. settings]);
        using var said = new StringWriter();
        return (await Jobs.Run(app.Services, "doctor", new Dictionary<string, string>(), said, default), said.ToString());
    }
}
