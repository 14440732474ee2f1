using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningCities.Catalogue.Searching;

/// <summary>Tells the feed of each commit in this process, so that it need not wait until it looks again by itself.</summary>
internal sealed class RingOnCommit(ActivityFeed feed) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        feed.Ring(((CatalogueDb)eventData.Context!).City);
        return Task.CompletedTask;
    }
}
