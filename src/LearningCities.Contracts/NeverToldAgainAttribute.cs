namespace LearningCities.Contracts;

/// <summary>
/// That an event is news and nothing else: its module does not tell it again when it is asked what it is now. A test looks
/// that every other event is told again.
/// </summary>
/// <param name="because">Why nobody misses anything who did not hear it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverToldAgainAttribute(string because) : Attribute
{
    public string Because => because;
}
