using System.Text;

namespace LearningCities.Faults.Tests;

/// <summary>What a round tells of itself, kept with the test that played it.</summary>
internal sealed class TestOutput(ITestOutputHelper output) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => output.WriteLine(value ?? "");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
