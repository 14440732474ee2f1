using System.Globalization;
using LearningCities.Web.Look;

namespace LearningCities.Web.Tests.Look;

public class MoneyTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1500", 150000L)]
    [InlineData("1 500", 150000L)]
    [InlineData("12.50", 1250L)]
    [InlineData("12,5", 1250L)]
    [InlineData("", null)]
    [InlineData("-1", null)]
    [InlineData("1.005", null)]
    [InlineData("1e3", null)]
    [InlineData("free", null)]
    [InlineData("99999999999999999999", null)]
    public void What_people_type_becomes_the_smallest_unit(string typed, long? expected) =>
        Assert.Equal(expected, Money.Parse(typed, "HUF"));

    [Theory]
    [InlineData(150000, "HUF", "hu", "1 500 Ft")]
    [InlineData(150000, "HUF", "en-GB", "1,500 Ft")]
    [InlineData(1250, "EUR", "en-GB", "€12.50")]
    public void An_amount_is_whole_where_it_is_whole(long amount, string currency, string culture, string spoken) =>
        Assert.Equal(spoken, new Money(amount, currency).Spoken(CultureInfo.GetCultureInfo(culture)).Replace('\u00a0', ' '));

    [Fact]
    public void What_a_field_begins_with_can_be_sent_back() => Assert.Equal(1250, Money.Parse(Money.Typed(1250, "EUR"), "EUR"));
}
