using System.Globalization;

namespace LearningCities.Web.Look;

/// <summary>An amount in the currency's smallest unit, as ISO 4217 counts it.</summary>
public sealed record Money(long Amount, string Currency)
{
    /// <summary>As people write it: whole where it is whole.</summary>
    public string Spoken(CultureInfo culture)
    {
        var units = Units(Amount, Currency);
        var number = units.ToString(units == decimal.Truncate(units) ? "#,0" : "#,0.00", culture);
        return Currency switch
        {
            "EUR" => culture.TwoLetterISOLanguageName == "en" ? $"€{number}" : $"{number} €",
            "HUF" => $"{number} Ft",
            _ => $"{number} {Currency}",
        };
    }

    /// <summary>What a field begins with.</summary>
    public static string Typed(long amount, string currency) => Units(amount, currency).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What somebody typed, with a comma or a point; null where it is no amount.</summary>
    public static long? Parse(string typed, string currency)
    {
        var plain = typed.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units) && units < 10_000_000
            && units * Parts(currency) is var amount && amount == decimal.Truncate(amount)
            ? (long)amount
            : null;
    }

    private static decimal Units(long amount, string currency) => amount / (decimal)Parts(currency);

    private static int Parts(string currency) => currency is "JPY" or "ISK" or "KRW" or "CLP" ? 1 : 100;
}
