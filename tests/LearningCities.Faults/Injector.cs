using System.Diagnostics;

namespace LearningCities.Faults;

/// <summary>Does what the schedule says, and tells of it.</summary>
internal sealed class Injector(ITopology suite, Ledger ledger, TextWriter output, int all, CancellationToken cancellation)
{
    private readonly List<double> _restarts = [];
    private Stopwatch? _starting;
    private int _done, _frozen, _again;

    public async Task Inject(Fault fault)
    {
        if (!fault.Starting)
        {
            await suite.Ready(cancellation);
            Started();
        }

        await Task.Delay(fault.Pause, cancellation);
        if (fault.Frozen is { } frozen)
        {
            _frozen++;
            await suite.Freeze(frozen, fault.FrozenFor, cancellation);
        }

        await suite.Kill(fault.Target);
        await Task.Delay(fault.Away, cancellation);
        if (fault is { Starting: false, Again: true })
        {
            _again++;
            await suite.TellAgain(cancellation);
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
            $"killed {_done}, frozen {_frozen}, told again {_again} times; ready again after {middle:0.0} s (median), {_restarts.LastOrDefault():0.0} s at most");
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
