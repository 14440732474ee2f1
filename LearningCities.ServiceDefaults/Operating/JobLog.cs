using System.Text;

namespace LearningCities.ServiceDefaults.Operating;

/// <summary>What this process was asked to do on the command line since it started; the last few of it.</summary>
internal sealed class JobLog(TimeProvider clock)
{
    private const int Kept = 10;

    private readonly Lock _lock = new();
    private readonly List<JobDone> _jobs = [];

    public IReadOnlyList<JobDone> Latest
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>Has the job done, and remembers what it says last.</summary>
    public async Task<int> Keep(string job, TextWriter output, Func<TextWriter, Task<int>> work)
    {
        var at = Change(null, new JobDone(job, clock.GetUtcNow(), null, null, ""));
        await using var heard = new Heard(output, line => at = Change(at, at with { Said = line }));
        var code = 1;
        try
        {
            return code = await work(heard);
        }
        finally
        {
            Change(at, at with { EndedAt = clock.GetUtcNow(), Code = code });
        }
    }

    private JobDone Change(JobDone? from, JobDone to)
    {
        lock (_lock)
        {
            var place = from is null ? -1 : _jobs.IndexOf(from);
            if (place >= 0)
            {
                _jobs[place] = to;
            }
            else if (from is null)
            {
                _jobs.Add(to);
                _jobs.RemoveRange(0, Math.Max(0, _jobs.Count - Kept));
            }
        }

        return to;
    }

    private sealed class Heard(TextWriter output, Action<string> line) : TextWriter
    {
        public override Encoding Encoding => output.Encoding;

        public override void Write(char value) => output.Write(value);

        public override Task WriteLineAsync(string? value)
        {
            line(value ?? "");
            return output.WriteLineAsync(value);
        }
    }
}
