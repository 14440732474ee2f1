using System.Globalization;
using LearningCities.Catalogue.Searching;

namespace LearningCities.Catalogue.Activities;

/// <summary>Why an activity is among what was found.</summary>
internal static class ExplainActivity
{
    /// <param name="Score">What it is worth for these words in all.</param>
    public sealed record Response(double Score, IReadOnlyList<Reason> Reasons);

    /// <param name="Word">As it was asked for, without case and accents.</param>
    /// <param name="Found">What stands in the activity for it: the word, another form, what it begins, or what it was meant for.</param>
    /// <param name="Things">How many activities have it: the fewer, the more it says.</param>
    public sealed record Reason(string Word, IReadOnlyList<string> Found, double Score, int Things);

    public static void Map(IEndpointRouteBuilder catalogue) => catalogue
        .MapGet("/activities/{id}/explanation", Handle)
        .WithName(nameof(ExplainActivity))
        .WithSummary("Why an activity is found for some words, and what each of them is worth")
        .AllowVisitors();

    private static async Task<Results<Ok<Response>, NotFound>> Handle(
        Guid id, [StringLength(200)] string q, CatalogueDb db, IActivityIndex index, TimeProvider clock, CancellationToken cancellation)
    {
        var question = new ActivityQuestion { Text = q, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Now = clock.GetUtcNow() };
        return await index.Explain(db.City, id, question, cancellation) is { } why
            ? TypedResults.Ok(new Response(why.Score, [.. why.Reasons.Select(reason => new Reason(reason.Word, reason.Found, reason.Score, reason.Things))]))
            : TypedResults.NotFound();
    }
}
