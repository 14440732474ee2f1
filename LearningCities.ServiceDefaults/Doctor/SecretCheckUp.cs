using LearningCities.ServiceDefaults.Calls;
using Microsoft.Extensions.Configuration;

namespace LearningCities.ServiceDefaults;

/// <summary>The secrets by which the suite's programs know each other: that they are there, and no one else's default.</summary>
internal sealed class SecretCheckUp(ClientSecrets secrets, InProcess process, IConfiguration configuration) : ICheckUp
{
    private const int Shortest = 24;

    public IAsyncEnumerable<Finding> Look(CancellationToken cancellation) => ClientSecrets.Programs
        .Where(program => process.Has(program) || process.Has("identity"))
        .Select(Of)
        .Concat(Broker())
        .ToAsyncEnumerable();

    private Finding Of(string program)
    {
        var setting = $"Clients:{program}";
        try
        {
            return secrets.Of(program).Length < Shortest
                ? new(setting, Standing.Mend, $"It can be guessed. Set the same {Shortest} random letters or more in Identity and in {program}.")
                : new(setting, Standing.Fine, configuration[setting] is null ? "made here, in the data folder" : "given");
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return Finding.Silent(setting, fault, $"Identity and {program} are given the same.");
        }
    }

    private IEnumerable<Finding> Broker()
    {
        if (Uri.TryCreate(configuration["ConnectionStrings:rabbitmq"], UriKind.Absolute, out var broker) && broker.UserInfo == "guest:guest")
        {
            yield return broker.IsLoopback
                ? new("rabbitmq", Standing.Mind, "It is entered as guest, whose password everybody knows. Give the suite a user of its own.")
                : new("rabbitmq", Standing.Mend, "It is entered as guest, whose password everybody knows. Give the suite a user of its own.");
        }
    }
}
