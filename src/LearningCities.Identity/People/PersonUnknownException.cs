namespace LearningCities.Identity.People;

/// <summary>Nobody of this city has this e-mail address: she has to register first.</summary>
internal sealed class PersonUnknownException() : ProblemException(
    StatusCodes.Status404NotFound, "person-unknown", "Nobody in this city has registered with this e-mail address.");
