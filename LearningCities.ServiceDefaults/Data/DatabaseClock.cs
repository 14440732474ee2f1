using Microsoft.EntityFrameworkCore;

namespace LearningCities.ServiceDefaults.Data;

public static class DatabaseClock
{
    /// <summary>The database's own time. Nodes disagree about it; leases and expiry may not.</summary>
    public static async Task<DateTimeOffset> Now(this ModuleDb db, CancellationToken cancellation)
    {
        var microseconds = db.Database.IsSqlite()
            ? "SELECT CAST(unixepoch('subsec') * 1000000 AS INTEGER) AS \"Value\""
            : "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS \"Value\"";
        return DateTimeOffset.UnixEpoch.AddMicroseconds(
            await db.Database.SqlQueryRaw<long>(microseconds).SingleAsync(cancellation));
    }
}
