namespace LearningCities.Web.Tests.Accounts;

public class RegisterTests(WebSuite suite)
{
    [Fact]
    public async Task Three_lines_make_an_account_and_one_is_in_where_one_was_going()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/register?next=%2F{town.ShortName}%2Fpathways");

        await visitor.Press("", Anna());

        Assert.Equal($"/{town.ShortName}/pathways", visitor.Path);
        await visitor.Open($"/{town.ShortName}/me");
        Assert.True(visitor.Sees("Hello, Anna Kovács"));
    }

    [Theory]
    [InlineData("name", "", "Write your name")]
    [InlineData("email", "", "Write your e-mail address")]
    [InlineData("email", "anna", "Write your e-mail address")]
    [InlineData("email", "anna@", "Write your e-mail address")]
    [InlineData("email", "an na@example.org", "Write your e-mail address")]
    [InlineData("password", "too-short", "Write a password with at least 12 characters")]
    [InlineData("password", "passwordpassword", "Many people use this password")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(string field, string typed, string said)
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/register");

        await visitor.Press("", Anna((field, typed)));

        Assert.True(visitor.Sees($"href=\"#{field}\">{said}"), said);
        Assert.True(visitor.Sees($"aria-invalid=\"true\" aria-describedby=\"{field}-h {field}-e\""));
        Assert.True(visitor.Sees($"value=\"{(field == "name" ? "" : "Anna Kovács")}\""));
        Assert.Null(visitor.Cookie("city"));
        if (field == "password")
        {
            Assert.DoesNotContain($"value=\"{typed}\"", visitor.Screen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_said_to_be_taken()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger("hu");
        await visitor.Open($"/{town.ShortName}/register");

        await visitor.Press("", Anna(("email", town.Admin)));

        Assert.True(visitor.Sees("Ezzel a címmel már van fiók."));
        Assert.True(visitor.Sees("value=\"Anna Kovács\""));
    }

    [Fact]
    public async Task A_double_tap_makes_one_account()
    {
        var town = await Town.In(suite);
        using var visitor = town.Stranger();
        await visitor.Open($"/{town.ShortName}/register");
        var form = visitor.Screen;
        var anna = Anna();

        await visitor.Again(form, "", anna);
        await visitor.Again(form, "", anna);

        Assert.Equal($"/{town.ShortName}/me", visitor.Path);
    }

    /// <summary>What somebody types; what is given goes before what is usual.</summary>
    private static (string, string)[] Anna(params (string Field, string Value)[] otherwise)
    {
        (string Field, string Value)[] usual =
            [("name", "Anna Kovács"), ("email", $"anna.{Guid.CreateVersion7():n}@example.org"), ("password", Town.Password)];
        return [.. usual.ExceptBy(otherwise.Select(o => o.Field), u => u.Field), .. otherwise];
    }
}
