using System.Globalization;
using LearningCities.Mobility.Pdf;

namespace LearningCities.Mobility.Booklets;

/// <summary>
/// The passport on paper: eight A5 pages that make a booklet when printed two on a sheet and folded. Each page makes sense
/// alone, and works when the phone is empty.
/// </summary>
internal static class Booklet
{
    public static byte[] Print(Passport passport, Texts texts)
    {
        var booklet = new Document($"{texts["booklet-title"]} {passport.Code}", CultureInfo.CurrentUICulture.Name);

        Add(booklet, leaf => Covers.Front(leaf, passport, texts));
        Add(booklet, leaf => InnerLeaves.People(leaf, passport, texts), texts["booklet-people"]);
        Add(booklet, leaf => Write(leaf, Phase.Before), texts["booklet-before"]);
        Add(booklet, leaf => InnerLeaves.Agreement(leaf, passport, texts), texts["booklet-agreement"]);
        Add(booklet, leaf => Write(leaf, Phase.During), texts["booklet-during"]);
        Add(booklet, leaf => InnerLeaves.Log(leaf, passport, texts), texts["booklet-log"]);
        Add(booklet, leaf => Write(leaf, Phase.After), texts["booklet-after"]);
        Add(booklet, leaf => Covers.Back(leaf, passport, texts));
        return booklet.ToArray();

        void Write(Leaf leaf, Phase phase)
        {
            PhaseLeaf.Write(leaf, passport, phase, texts);
            leaf.Subtitle(texts[$"booklet-{phase.Word()}-lines"]);
            leaf.RulesToTheFoot();
        }
    }

    /// <param name="booklet">What is printed.</param>
    /// <param name="write">What is on the page.</param>
    /// <param name="foot">What the page is about; covers have a foot of their own.</param>
    private static void Add(Document booklet, Action<Leaf> write, string? foot = null)
    {
        var leaf = new Leaf(booklet.Page(148 * Leaf.Millimetre, 210 * Leaf.Millimetre));
        write(leaf);
        if (foot is not null)
        {
            leaf.Foot(foot, $"{booklet.Pages}");
        }
    }
}
