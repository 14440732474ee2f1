namespace LearningCities.Badges.Pictures;

/// <summary>A shape that can be drawn.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class DrawnShapeAttribute() : ValidationAttribute(() => $"One of: {string.Join(", ", Outlines.Names)}.")
{
    public override bool IsValid(object? value) => value is string shape && Outlines.Names.Contains(shape);
}

/// <summary>An emblem that can be drawn.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class DrawnEmblemAttribute() : ValidationAttribute(() => $"One of: {string.Join(", ", Emblems.Names)}.")
{
    public override bool IsValid(object? value) => value is string emblem && Emblems.Names.Contains(emblem);
}
