using LearningCities.Web.Calls;
using LearningCities.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LearningCities.Web.Tests.Forms;

public class FormTests
{
    [Fact]
    public void What_was_typed_stays_as_it_was_and_is_read_without_the_spaces_around()
    {
        var form = Typed(("name", "  Anna "));

        Assert.Equal("Anna", form["name"]);
        Assert.Equal("  Anna ", form.Typed("name", "first"));
        Assert.Equal("first", form.Typed("email", "first"));
        Assert.Equal("", Typed(("name", "")).Typed("name", "first")); // who empties a field finds it empty
    }

    [Theory]
    [InlineData("Anna", false)]
    [InlineData("", true)]
    [InlineData("   ", true)]
    [InlineData("Anna Kovács", true)]
    public void What_is_needed_is_there_and_not_too_long(string typed, bool wrong)
    {
        var form = Typed(("name", typed));

        form.Need("name", "Write your name", longest: 5);

        Assert.Equal(wrong ? "Write your name" : null, form.WrongWith("name"));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("-3", 0)]
    [InlineData("three", 0)]
    [InlineData("99999999999999999999", 0)]
    public void A_version_is_a_number(string typed, long seen) => Assert.Equal(seen, Typed(("version", typed)).Version);

    [Fact]
    public void A_key_is_kept_as_long_as_the_form_is_shown_and_one_that_is_none_is_replaced()
    {
        var key = Guid.CreateVersion7();

        Assert.Equal(key.ToString(), Typed(("key", $"{key}")).Key);
        var other = Typed(("key", "mine"));
        Assert.True(Guid.TryParse(other.Key, out _));
        Assert.Equal(other.Key, other.Key);
    }

    [Fact]
    public void A_field_of_a_module_is_the_field_of_the_form() =>
        Assert.Equal("place.name", new FieldError("#/place/name", "").Field);

    [Fact]
    public void The_first_thing_that_is_wrong_with_a_field_is_said_beside_it_and_all_are_on_top()
    {
        var form = Typed(("name", ""));

        form.Wrong("name", "Write your name");
        form.Wrong("name", "Write it in letters");

        Assert.Equal("Write your name", form.WrongWith("name"));
        Assert.Equal(2, form.Errors.Count);
    }

    private static Form Typed(params (string Field, string Value)[] fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Field, field => new StringValues(field.Value))));
}
