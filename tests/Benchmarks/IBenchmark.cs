namespace LearningCities.Benchmarks;

/// <summary>Something of ours beside a peer.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>What is compared with what, in a sentence.</summary>
    string What { get; }

    Task Run(int size, Report report);
}
