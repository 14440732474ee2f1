using System.Text.Json;
using LearningCities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCities.ServiceDefaults.Data;

/// <summary>Texts in several languages, as both engines keep them: JSON in one column.</summary>
internal static class LocalizedTexts
{
    public static void UseLocalizedTexts(this ModelConfigurationBuilder configuration) =>
        configuration.Properties<LocalizedText>().HaveConversion<AsJson, Comparer>();

    internal sealed class AsJson() : ValueConverter<LocalizedText, string>(
        text => JsonSerializer.Serialize(text, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<LocalizedText>(stored, JsonSerializerOptions.Web)!);

    internal sealed class Comparer() : ValueComparer<LocalizedText>(favorStructuralComparisons: true);
}
