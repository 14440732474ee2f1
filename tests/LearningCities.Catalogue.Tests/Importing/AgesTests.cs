using LearningCities.Catalogue.Importing;

namespace LearningCities.Catalogue.Tests.Importing;

public sealed class AgesTests
{
    [Theory] // all that the export says
    [InlineData("Elementary", 5, 11)]
    [InlineData(" High School", 14, 18)]
    [InlineData("Middle School", 11, 14)]
    [InlineData("grades 6 to 8", 11, 14)]
    [InlineData("6 and up", 6, null)]
    [InlineData("14 to 24", 14, 24)]
    [InlineData("16+", 16, null)]
    [InlineData("Seniors", 60, null)]
    [InlineData("Adult", 18, null)]
    [InlineData("A parent 16 Years Old or Older ", 16, null)]
    [InlineData("20-May", 5, 20)]
    [InlineData("14-Nov", 11, 14)]
    [InlineData("Elem/MS/HS", 5, 18)]
    [InlineData("OST", null, null)]
    [InlineData("All Ages", null, null)]
    [InlineData("", null, null)]
    public void Ages_are_read_as_they_are_written(string cell, int? from, int? to) => Assert.Equal((from, to), Ages.Of(cell));

    [Theory]
    [InlineData("Brooklyn ", "brooklyn")]
    [InlineData("Brookyn", "brooklyn")]
    [InlineData("New York", "manhattan")]
    [InlineData("10463", "bronx")]
    [InlineData("Long Island City", "queens")]
    [InlineData("Manhattan,Bronx,Queens,Staten Island, Brooklyn", "manhattan", "bronx", "queens", "staten-island", "brooklyn")]
    [InlineData("Atlantis")]
    public void Boroughs_are_known_by_all_their_names(string cell, params string[] expected) =>
        Assert.Equal(expected, Borough.In(cell).Select(borough => borough.ShortName));
}
