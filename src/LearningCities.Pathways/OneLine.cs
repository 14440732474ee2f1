namespace LearningCities.Pathways;

/// <summary>Refuses control characters: a title is one line, and PostgreSQL takes no NUL.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class OneLineAttribute() : RegularExpressionAttribute(@"\P{Cc}*")
{
    public override string FormatErrorMessage(string name) => $"The field {name} is one line of text.";
}
