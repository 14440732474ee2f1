using System.Security.Cryptography;
using System.Text;

namespace LearningCities.Catalogue.Counting;

/// <summary>
/// How often some words were searched for on a day, how often nothing was found for them, and how often something that was found
/// was opened. Who searched is nowhere.
/// </summary>
internal sealed class SearchCount(Guid id, Guid city, DateOnly day, string words) : Aggregate(id, city)
{
    public const int LongestWords = 80;

    public DateOnly Day { get; private set; } = day;

    /// <summary>As <see cref="CountedWords"/> keeps them; empty for what is not kept.</summary>
    public string Words { get; private set; } = words;

    public int Searches { get; private set; }

    public int Nothing { get; private set; }

    public int Opened { get; private set; }

    /// <summary>The same for the same words on the same day, in every process.</summary>
    public static Guid IdOf(DateOnly day, string words) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{day:O} {words}")).AsSpan(0, 16));

    internal sealed class Mapping : IEntityTypeConfiguration<SearchCount>
    {
        public void Configure(EntityTypeBuilder<SearchCount> count)
        {
            count.Property(c => c.Words).HasMaxLength(LongestWords);
            count.HasIndex(c => new { c.City, c.Day });
        }
    }
}
