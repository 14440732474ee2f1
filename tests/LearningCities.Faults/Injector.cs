using System.Diagnostics;

namespace LearningCities.Faults;

/// <summary>Does what the schedule says, and tells of it.</summary>
internal sealed class Injector(ITopology suite, Ledger ledger, TextWriter output, int all, CancellationToken cancellation)
{
    private const int Enough = 12; // more than Insight has handlers: not all of them can be between an effect and the note that it was told

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<double> _restarts = [];
    private Stopwatch? _starting;
    private int _done, _frozen, _again;

    public async Task Inject(Fault fault)
    {
        if (!fault.Starting)
        {
            await suite.Ready(cancellation);
            Started();
            await Work();
        }

        await Task.Delay(fault.Pause, cancellation);
        if (fault.Frozen is { } frozen)
        {
            _frozen++;
            await suite.Freeze(frozen, fault.FrozenFor, cancellation);
        }

        await suite.Kill(fault.Target);
        await Task.Delay(fault.Away, cancellation);
        if (!fault.Starting && fault.Target != PostgreSql.Name) // else there are no tables yet, or nobody to ask for them
        {
            await suite.Forget(fault.Target, cancellation);
            _again += fault.Again ? await suite.TellAgain(cancellation) : 0;
        }

        await suite.Restart(fault.Target, cancellation);
        _starting = Stopwatch.StartNew();
        await output.WriteLineAsync(
            $"{++_done,3}/{all} kill -9 {fault.Target}{(fault.Starting ? " at a start" : "")}"
            + (fault.Frozen is null ? "" : $", after {fault.Frozen} was frozen for {fault.FrozenFor.TotalSeconds:0.0} s")
            + $"; acknowledged {ledger.Count}, of them {ledger.Repeated} at a repeat");
    }

    public async Task Tell()
    {
        Started();
        _restarts.Sort();
        var middle = _restarts.Count == 0 ? 0 : _restarts[_restarts.Count / 2];
        await output.WriteLineAsync(
            $"killed {_done}, frozen {_frozen}, {_again} events told again; ready again after {middle:0.0} s (median), {_restarts.LastOrDefault():0.0} s at most");
    }

    /// <summary>
    /// Waits until something was written since the last fault and something had its effect, however slow the machine is: what
    /// is killed has something to lose, and something to be told again.
    /// </summary>
    private async Task Work()
    {
        var (goal, waited) = (ledger.Count + Enough, Stopwatch.StartNew());
        while (ledger.Count < goal || await suite.Tables.Count("insight", "SELECT count(*) FROM witness_effect", cancellation) < Enough)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"Only {ledger.Count} writes were acknowledged after {Patience.TotalMinutes} min; it waits for {goal}.");
            }
        }
    }

    private void Started()
    {
        if (_starting is not null)
        {
            _restarts.Add(_starting.Elapsed.TotalSeconds);
            _starting = null;
        }
    }
}
