using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace LearningCities.ServiceDefaults.Events;

/// <summary>The events of a module that are put aside, at most 100.</summary>
public sealed record Parked(IReadOnlyList<ParkedEvent> Items);

/// <summary>An event that is put aside. Its body stays inside: whoever mends the handler finds it in the table.</summary>
/// <param name="Error">The first line of what went wrong.</param>
public sealed record ParkedEvent(string Handler, Guid MessageId, string Type, string Error, DateTimeOffset ParkedAt);

/// <param name="Because">Why it may be dropped; it is kept in the log with who did it.</param>
public sealed record DropParked([property: StringLength(500, MinimumLength = 3)] string Because);

/// <summary>Remembers who dropped what.</summary>
internal interface IAuditOfOperations
{
    void Dropped(string who, string handler, Guid messageId, string because);
}

/// <inheritdoc/>
internal sealed partial class LogOfOperations(ILogger<LogOfOperations> log) : IAuditOfOperations
{
    public void Dropped(string who, string handler, Guid messageId, string because) => Drop(who, messageId, handler, because);

    [LoggerMessage(LogLevel.Warning, "{Operator} dropped {Message} of {Handler}: {Reason}")]
    private partial void Drop(string @operator, Guid message, string handler, string reason);
}
