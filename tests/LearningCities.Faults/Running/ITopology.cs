namespace LearningCities.Faults.Running;

/// <summary>The suite under faults: its processes, and a way past them to its tables.</summary>
internal interface ITopology : IAsyncDisposable
{
    /// <summary>Where clients reach it.</summary>
    Uri Address { get; }

    /// <summary>Those that can be killed.</summary>
    IReadOnlyList<string> Targets { get; }

    /// <summary>How many kills hit the very first start; 0 where tables are made by a job of their own.</summary>
    int FirstStarts { get; }

    Tables Tables { get; }

    Task Start(CancellationToken cancellation);

    /// <summary>Waits until every process says that it is ready.</summary>
    Task Ready(CancellationToken cancellation);

    Task Kill(string target);

    /// <summary>Starts it again, and does not wait for it.</summary>
    Task Restart(string target, CancellationToken cancellation);

    /// <summary>
    /// Has some of the latest events told again to those that have taken them in: what a crash between an effect and the note
    /// that it was told comes to, which the kills alone would hit too seldom in a short round.
    /// </summary>
    /// <returns>How many are told again.</returns>
    Task<int> TellAgain(CancellationToken cancellation);

    /// <summary>
    /// Has the letters that the killed process had taken be free again, as they are after a minute anyway: nobody waits for it.
    /// </summary>
    Task Forget(string target, CancellationToken cancellation);

    Task Freeze(string target, TimeSpan time, CancellationToken cancellation);

    /// <summary>The one binary, asked to do a job. Returns what it said.</summary>
    Task<string> Job(string[] arguments, CancellationToken cancellation);

    /// <summary>How many messages are still with the broker; 0 where there is none.</summary>
    Task<long> WithBroker(CancellationToken cancellation);

    /// <summary>Ends it, and has the tables checked by their own engine.</summary>
    /// <returns>What is damaged.</returns>
    Task<IReadOnlyList<string>> CheckFiles(CancellationToken cancellation);
}
