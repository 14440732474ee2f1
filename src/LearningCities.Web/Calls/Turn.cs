namespace LearningCities.Web.Calls;

/// <summary>The page ends here and something else is the answer: another page, or one that says why not.</summary>
internal sealed class Turn : Exception
{
    private Turn(int status, string? address = null) => (Status, Address) = (status, address);

    public int Status { get; }

    public string? Address { get; }

    /// <summary>After a form: to a page that can be looked at again without sending it again.</summary>
    public static Turn To(string address) => new(StatusCodes.Status303SeeOther, address);

    /// <summary>First one has to sign in; then comes this page.</summary>
    public static Turn SignIn() => new(StatusCodes.Status401Unauthorized);

    public static Turn NotAllowed() => new(StatusCodes.Status403Forbidden);

    public static Turn NotFound() => new(StatusCodes.Status404NotFound);

    public static Turn Silent() => new(StatusCodes.Status503ServiceUnavailable);
}
