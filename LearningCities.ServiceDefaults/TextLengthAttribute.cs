using System.ComponentModel.DataAnnotations;
using LearningCities.Contracts;

namespace LearningCities.ServiceDefaults;

/// <summary>A text in at least one language, blank in none, and in none longer than this.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextLengthAttribute(int longest) : ValidationAttribute
{
    public int Longest => longest;

    public override bool IsValid(object? value) => value is null // which the type forbids, where it does
        || (value is LocalizedText { Count: > 0 } text && text.All(t => !string.IsNullOrWhiteSpace(t.Value) && t.Value.Length <= longest));

    public override string FormatErrorMessage(string name) =>
        $"The field {name} must be in at least one language, and have 1 to {longest} characters in each.";
}
