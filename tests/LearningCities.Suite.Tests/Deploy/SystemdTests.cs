using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LearningCities.ServiceDefaults.Calls;

namespace LearningCities.Suite.Tests.Deploy;

/// <summary>deploy/systemd, installed below a folder that stands for the machine.</summary>
public sealed class SystemdTests(SystemdTests.Machine machine) : IClassFixture<SystemdTests.Machine>
{
    private const string Program = "/opt/learning-cities/LearningCities.Host";

    public static TheoryData<string> Modules => [.. Host.Suite.Targets];

    public static TheoryData<string> Services =>
    [
        "learning-cities@badges.service", "learning-cities.service", "learning-cities-migrate.service", "learning-cities-topology.service",
        "learning-cities-backup.service", "learning-cities-one-backup.service",
    ];

    [Fact]
    public async Task Systemd_finds_nothing_to_mend()
    {
        var (code, said) = await Tool.Run("systemd-analyze", ["verify", "--man=no", .. machine.Units]);

        Assert.True(code == 0 && said.Trim().Length == 0, said);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Little_is_exposed(string unit)
    {
        var file = machine.Units.Single(file => Path.GetFileName(file) == unit);

        var (code, said) = await Tool.Run("systemd-analyze", "security", "--offline=yes", "--threshold=20", file); // of 100

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_nightly_dump_is_our_script_and_is_told_who_it_is()
    {
        var unit = new SystemdUnit(machine.Root, "learning-cities-backup.service");
        var told = await File.ReadAllTextAsync(machine.Root + unit.All("EnvironmentFile").Single(), TestContext.Current.CancellationToken);
        var program = machine.Root + unit.All("ExecStart").Single().Split(' ')[0];

        Assert.Matches("(?m)^PGUSER=backup\nPGPASSWORD=[0-9a-f]{48}$", told);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task The_suite_in_one_process_is_asked_by_its_own_user_to_back_itself_up()
    {
        var (suite, backup) = (new SystemdUnit(machine.Root, "learning-cities.service"), new SystemdUnit(machine.Root, "learning-cities-one-backup.service"));

        Assert.Equal(suite.All("Environment"), backup.All("Environment")); // the same folder
        Assert.Equal(["learning-cities"], backup.All("User"));
        var told = backup.Told();
        Assert.Empty(told.Unknown);
        await told.Make();
    }

    [Fact]
    public void The_target_takes_every_module_along() => Assert.Equal(
        Host.Suite.Targets.Select(module => $"learning-cities@{module}.service").Order(),
        new SystemdUnit(machine.Root, "learning-cities.target").All("Wants")
            .SelectMany(line => line.Split(' ')).Where(unit => unit.Contains('@', StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task A_module_is_told_all_it_needs_and_nothing_that_nobody_reads(string module)
    {
        var told = new SystemdUnit(machine.Root, "learning-cities@.service", module).Told();

        Assert.Empty(told.Unknown);
        Assert.Contains($"--target={module}", told.Arguments);
        Assert.Equal(told.Environment["ASPNETCORE_URLS"], told.Environment[$"services__{module}__http__0"]);
        await told.Make();
    }

    [Theory]
    [InlineData("learning-cities.service")]
    [InlineData("learning-cities-migrate.service")]
    [InlineData("learning-cities-topology.service")]
    public async Task So_are_the_others(string unit)
    {
        var told = new SystemdUnit(machine.Root, unit).Told();

        Assert.Empty(told.Unknown);
        await told.Make();
    }

    [Fact]
    public void The_two_ends_of_a_secret_are_told_the_same_and_it_was_made_by_chance()
    {
        string Of(string module, string program) => new SystemdUnit(machine.Root, "learning-cities@.service", module).Told().Environment[$"Clients__{program}"];

        Assert.All(ClientSecrets.Programs, program => Assert.Equal(Of("identity", program), Of(program, program)));
        Assert.All(ClientSecrets.Programs, program => Assert.Matches("^[0-9a-f]{48}$", Of("identity", program)));
        Assert.Distinct(ClientSecrets.Programs.Select(program => Of("identity", program)));
    }

    [Fact]
    public async Task Settings_are_for_root_alone_and_stay_when_it_is_installed_again()
    {
        var file = Path.Combine(machine.Root, "etc/learning-cities/identity.env");
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        await machine.Install();

        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("learning-cities@.service")]
    [InlineData("learning-cities.service")]
    public void Nothing_hides_from_it_who_started_it_or_it_would_never_say_that_it_has_started(string name)
    {
        var unit = new SystemdUnit(machine.Root, name);

        Assert.Equal(["notify"], unit.All("Type"));
        Assert.Empty(unit.All("ProtectProc"));
    }

    [Fact]
    public async Task It_says_that_it_has_started_when_it_has()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only where systemd may be.");
        var path = Path.Combine(Path.GetTempPath(), $"notify-{Guid.CreateVersion7():n}");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        var parent = Path.Combine(machine.Root, "systemd"); // .NET asks what its parent is called
        File.CreateSymbolicLink(parent, "/bin/sh");
        var start = new ProcessStartInfo(parent, ["-c", "\"$0\" --urls=http://127.0.0.1:0; exit", machine.Root + Program])
        {
            WorkingDirectory = machine.Root,
            RedirectStandardOutput = true,
            Environment = { ["NOTIFY_SOCKET"] = path },
        };
        using var process = Process.Start(start)!;
        try
        {
            var said = new byte[256];
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            var length = await systemd.ReceiveAsync(said, patience.Token);

            Assert.Equal("READY=1", Encoding.UTF8.GetString(said, 0, length));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(path);
        }
    }

    public sealed class Machine : IAsyncLifetime
    {
        public string Root { get; } = Directory.CreateTempSubdirectory("learning-cities-systemd-").FullName;

        /// <summary>The units, one of them for a module, as systemd would read them if the folder were its root.</summary>
        public IReadOnlyList<string> Units { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await Install();
            var folder = Directory.CreateDirectory(Path.Combine(Root, "units"));
            Units = [.. Directory.EnumerateFiles(Path.Combine(Root, "etc/systemd/system")).Select(unit =>
            {
                var file = Path.Combine(folder.FullName, Path.GetFileName(unit).Replace("@.", "@badges.", StringComparison.Ordinal));
                File.WriteAllText(file, File.ReadAllText(unit).Replace("/opt/", $"{Root}/opt/", StringComparison.Ordinal));
                return file;
            })];
        }

        public async Task Install()
        {
            var (code, said) = await Tool.Run(
                "bash", "deploy/systemd/install", "--root", Root, "--program", Path.Combine(Sources.Root, "artifacts/bin/LearningCities.Host/debug"));
            Assert.True(code == 0, said);
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Root, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
