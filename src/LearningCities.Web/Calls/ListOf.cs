namespace LearningCities.Web.Calls;

/// <summary>A list as all modules give it.</summary>
/// <param name="Next">The cursor of what follows; null at the end.</param>
internal sealed record ListOf<T>(IReadOnlyList<T> Items, string? Next = null);
