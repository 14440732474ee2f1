using CsCheck;

namespace LearningCities.Search.Tests;

public sealed class WordTests
{
    [Theory]
    [InlineData("Őrség ŰRHAJÓ", "orseg urhajo")]
    [InlineData("Łódź Đorđe Šmarje", "lodz dorde smarje")]
    [InlineData("Straße, Ærø, œuvre, Þór", "strasse aero oeuvre thor")]
    [InlineData("e\u0301cole", "ecole")] // an accent of its own, as some keyboards write it
    [InlineData("C++ és C#, .NET 10!", "c++ es c# net 10")]
    [InlineData("Ελλάδα Москва", "ελλάδα москва")] // other alphabets keep their letters
    [InlineData("  …—!  ", "")]
    public void A_word_is_its_letters_without_case_and_accents(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words.Of(text).Select(word => word.Term)));

    [Theory]
    [InlineData("hu", "könyvtárban", "könyvtárak", "könyvtárból", "könyvtárral")]
    [InlineData("hu", "robotika", "robotikát", "robotikával")]
    [InlineData("hu", "robot", "robottal", "robotot")]
    [InlineData("en", "course", "courses")]
    [InlineData("en", "dance", "dancing", "dances", "dancer")]
    [InlineData("en", "swim", "swimming")]
    [InlineData("en", "study", "studies")]
    [InlineData("de", "kurs", "kurse", "kurses", "kursen")]
    [InlineData("en", "row", "rowing")]
    [InlineData("en", "bee", "bees")]
    [InlineData("en", "bike", "bikes", "biking")]
    [InlineData("hu", "gyerek", "gyerekek", "gyerekeknek", "gyereknek")]
    [InlineData("hu", "Szőreg", "Szőregen", "szőregi")]
    [InlineData("hu", "vitázunk", "vitázni")]
    [InlineData("pl", "węgierski", "węgierskiego", "węgierskim")]
    [InlineData("sl", "čebela", "čebele", "čebelam")]
    [InlineData("de", "gärtnerin", "gärtnerinnen")]
    [InlineData("fr", "cours", "cour")]
    [InlineData("fr", "musicale", "musicales", "musical")]
    [InlineData("nl", "fietsen", "fiets")]
    [InlineData("nl", "cursus", "cursussen")]
    [InlineData("pl", "biblioteka", "biblioteki", "bibliotekę", "bibliotekach")]
    [InlineData("pl", "warsztaty", "warsztatów", "warsztatach")]
    [InlineData("sl", "delavnica", "delavnice", "delavnico", "delavnicah")]
    public void Forms_of_a_word_have_one_stem(string language, params string[] forms) =>
        Assert.Single(forms.Select(form => Stem.Of(Fold.Word(form), language)).Distinct());

    [Theory]
    [InlineData("robotika", "robotika", 0)]
    [InlineData("robotkia", "robotika", 1)] // neighbours swapped
    [InlineData("robtika", "robotika", 1)]
    [InlineData("robbotika", "robotika", 1)]
    [InlineData("rabotika", "robotika", 1)]
    [InlineData("rabotikka", "robotika", 2)]
    [InlineData("foci", "robotika", int.MaxValue)]
    public void Slips_are_counted(string typed, string word, int expected) =>
        Assert.Equal(expected, Slips.Between(typed, word, allowed: 2));

    [Fact]
    public void A_stem_begins_as_its_words_do() // what is shown of a hit is found by its first letter
    {
        var random = new Random(5);
        foreach (var language in Stem.Languages)
        {
            for (var i = 0; i < 20_000; i++)
            {
                var word = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => "aeiounrstlkmbdghzyjwcpfv"[random.Next(24)]));
                Assert.Equal(word[0], Stem.Of(word, language)[0]);
            }
        }
    }

    [Fact]
    public void A_typed_word_is_compared_in_one_step_as_letter_by_letter() =>
        Gen.Select(Gen.OneOf('a', 'b', 'c', 'd', 'é').Array[1, 10], Gen.OneOf('a', 'b', 'c', 'd', 'é').Array[0, 12], Gen.Int[1, 2]).Sample((typed, word, allowed) =>
        {
            var (beginning, whole) = new TypedWord(new string(typed)).Between(new string(word), allowed);

            Assert.Equal(Slips.Between(new string(typed), new string(word), allowed, orItsBeginning: true), beginning);
            Assert.Equal(Slips.Between(new string(typed), new string(word), allowed), whole);
        }, iter: 20_000);

    [Fact]
    public void A_text_is_found_by_its_number_however_many_there_are()
    {
        var texts = Enumerable.Range(0, 5000).Select(number => $"word{number * 7}").ToList();
        var numbers = new Numbers(number => texts[number]);
        Assert.Equal(-1, numbers.Find("word7"));

        for (var number = 0; number < texts.Count; number++)
        {
            numbers.Add(number);
        }

        Assert.Equal(Enumerable.Range(0, texts.Count), texts.Select(text => numbers.Find(text)));
        Assert.Equal(-1, numbers.Find("word1"));
    }
}
