namespace LearningCities.ServiceDefaults.Calls;

/// <summary>
/// A feature of requests that one module makes to another without leaving the process. As over the network inside, they do not
/// pass the edge; a token they need all the same.
/// </summary>
public sealed class Inside;
