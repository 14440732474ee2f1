using System.Collections.Concurrent;
using System.Text.Json;

namespace LearningCities.Faults.Story;

/// <param name="Kind">What was done.</param>
/// <param name="Id">The thing that was made or changed.</param>
/// <param name="Of">What it hangs on, where the comparison needs to know.</param>
internal sealed record Write(Kind Kind, Guid Id, Guid Of = default);

internal enum Kind
{
    Person,
    Activity,
    SignUp,
    SignUpCancelled,
    Attendance,
    Pathway,
    Step,
    Badge,
    Award,
    Revocation,
    Offer,
    Placement,
    AgreementOfSender,
    AgreementOfHost,
}

/// <summary>
/// What the suite has acknowledged, kept outside of it: a line is added when, and only when, the client has heard the answer.
/// </summary>
internal sealed class Ledger(string file) : IDisposable
{
    private readonly StreamWriter _file = new(file, append: true) { AutoFlush = true };
    private readonly List<Write> _writes = [];
    private readonly List<string> _refusals = [];
    private readonly ConcurrentDictionary<string, int> _answers = [];
    private int _repeated;

    public int Count
    {
        get
        {
            lock (_writes)
            {
                return _writes.Count;
            }
        }
    }

    /// <summary>How many were heard of only when the request was made again: without a key they would be there twice.</summary>
    public int Repeated => _repeated;

    public void Add(Write write)
    {
        lock (_writes)
        {
            _writes.Add(write);
            _file.WriteLine(JsonSerializer.Serialize(write));
        }
    }

    /// <summary>How a request was answered.</summary>
    public void Heard(string answer) => _answers.AddOrUpdate(answer, 1, (_, count) => count + 1);

    /// <summary>How often which answer was heard.</summary>
    public string Answers => string.Join(", ", _answers.OrderByDescending(a => a.Value).Select(a => $"{a.Value} × {a.Key}"));

    public void HeardAtARepeat() => Interlocked.Increment(ref _repeated);

    /// <summary>A refusal where none was due.</summary>
    public void Refused(string what)
    {
        lock (_writes)
        {
            _refusals.Add(what);
        }
    }

    public IReadOnlyList<string> Refusals => _refusals;

    public IReadOnlyList<Write> All(Kind kind)
    {
        lock (_writes)
        {
            return _writes.FindAll(write => write.Kind == kind);
        }
    }

    public void Dispose() => _file.Dispose();
}
