using System.Runtime.InteropServices;

namespace LearningCities.Benchmarks.Search;

/// <summary>This thread's time on a processor: others on the machine do not count.</summary>
internal static partial class Processor
{
    private const int ThreadClock = 3, ProcessClock = 2;

    public static double Microseconds => Read(ThreadClock) / 1e3;

    public static double ProcessSeconds => Read(ProcessClock) / 1e9;

    private static double Read(int clock)
    {
        _ = clock_gettime(clock, out var time);
        return (time.Seconds * 1e9) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
