namespace LearningCities.Catalogue.Searching;

/// <summary>The index does not answer just now. What it is needed for waits, or is done without it.</summary>
internal sealed class IndexAwayException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Another index has taken the place of the one that was written to. How far it has come is to be read again: what was written
/// to the old one may not be in it.
/// </summary>
internal sealed class IndexReplacedException(string message) : Exception(message);
