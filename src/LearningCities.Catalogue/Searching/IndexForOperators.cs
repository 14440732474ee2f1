namespace LearningCities.Catalogue.Searching;

/// <summary>What operators see of the index.</summary>
internal sealed class IndexForOperators(IActivityIndex index, SearchMeter meter) : IKeepsIndex
{
    public async Task<IndexStanding> Look(CancellationToken cancellation) => new(
        index.IsShared,
        meter.Size.Activities,
        meter.Size.Bytes,
        meter.Lag.TotalSeconds,
        index.IsKept ? meter.KeptAt : null,
        await index.Complaint(cancellation));
}
