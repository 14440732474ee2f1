using CsCheck;

namespace LearningCities.Insight.Tests;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(new[] { 5, 6 }, 11, new[] { 5, 6 })]
    [InlineData(new[] { 4, 6, 7 }, 17, new[] { -1, -1, 7 })] // 4 would follow from the total
    [InlineData(new[] { 4, 6, 6, 7 }, 23, new[] { -1, -1, -1, 7 })] // of two equals neither is chosen
    [InlineData(new[] { 2, 3, 7 }, 12, new[] { -1, -1, 7 })] // 5 could be 1 and 4 as well
    [InlineData(new[] { 0, 0, 7, 9 }, 16, new[] { -1, -1, -1, 9 })] // nothing left is nobody in both
    [InlineData(new[] { 4, 4, 7, 9 }, 24, new[] { -1, -1, -1, 9 })] // 8 is four in both
    [InlineData(new[] { 4, 4 }, -1, new[] { -1, -1 })]
    [InlineData(new[] { 4 }, -1, new[] { -1 })]
    [InlineData(new[] { 5 }, 5, new[] { 5 })]
    [InlineData(new int[0], -1, new int[0])]
    public void What_is_small_is_hidden_and_what_would_betray_it_too(int[] part, int total, int[] shown)
    {
        var (all, parts) = SmallNumbers.Hide(part);

        Assert.Equal(total, all ?? -1);
        Assert.Equal(shown, parts[0].Select(count => count ?? -1));
    }

    [Fact]
    public void Every_table_of_four_has_a_double_that_looks_the_same_and_differs_in_what_is_hidden()
    {
        var tables =
            from a in Enumerable.Range(0, 9)
            from b in Enumerable.Range(0, 9)
            from c in Enumerable.Range(0, 9)
            from d in Enumerable.Range(0, 9)
            select new[] { a, b, c, d };

        foreach (var alike in tables.GroupBy(table => Picture(SmallNumbers.Hide(table))))
        {
            for (var i = 0; i < 4; i++)
            {
                var hidden = SmallNumbers.Hide(alike.First()).Parts[0][i] is null;
                Assert.True(!hidden || alike.Select(table => table[i]).Distinct().Count() > 1, $"{alike.Key} tells number {i}.");
            }
        }
    }

    [Fact]
    public void Nothing_hidden_can_be_derived_from_totals_districts_and_months_even_by_who_knows_the_rule() =>
        People.Sample(people =>
        {
            var truth = Table.Of(people);
            var picture = Picture(truth.Hide());
            foreach (var (part, cell) in truth.Hidden())
            {
                Assert.Contains(truth.Doubles(part, cell), other =>
                    other.CanBe && other[part][cell] != truth[part][cell] && Picture(other.Hide()) == picture);
            }
        });

    [Fact]
    public void What_is_shown_is_true_and_never_small() => People.Sample(people =>
    {
        var truth = Table.Of(people);
        var (total, parts) = truth.Hide();

        Assert.True(total is null || total == people.Count);
        Assert.All(parts.Zip([truth.Districts, truth.Months]), part => Assert.All(
            part.First.Zip(part.Second), cell => Assert.True(cell.First is null || (cell.First == cell.Second && cell.First >= 5))));
    });

    /// <summary>People in up to six districts and three months, few in most.</summary>
    private static Gen<List<(int District, int Month)>> People =>
        from districts in Gen.Int[1, 6]
        from months in Gen.Int[1, 3]
        from people in Gen.Select(Gen.Int[0, districts - 1], Gen.Int[0, districts - 1], (a, b) => Math.Min(a, b))
            .Select(Gen.Int[0, months - 1]).List[0, 40]
        select people.Append((districts - 1, months - 1)).ToList();

    private static string Picture((int? Total, int?[][] Parts) shown) =>
        $"{shown.Total}: {string.Join(" | ", shown.Parts.Select(part => string.Join(", ", part.Select(c => c is null ? "x" : $"{c}"))))}";

    private sealed record Table(int[] Districts, int[] Months)
    {
        public bool CanBe => Districts.Sum() == Months.Sum() && Districts.Concat(Months).Min() >= 0;

        public int[] this[int part] => part == 0 ? Districts : Months;

        public static Table Of(List<(int District, int Month)> people) => new(
            [.. Enumerable.Range(0, people.Max(p => p.District) + 1).Select(d => people.Count(p => p.District == d))],
            [.. Enumerable.Range(0, people.Max(p => p.Month) + 1).Select(m => people.Count(p => p.Month == m))]);

        public (int? Total, int?[][] Parts) Hide() => SmallNumbers.Hide(Districts, Months);

        public IEnumerable<(int Part, int Cell)> Hidden() =>
            from part in Enumerable.Range(0, 2)
            from cell in Enumerable.Range(0, this[part].Length)
            where Hide().Parts[part][cell] is null
            select (part, cell);

        /// <summary>Other tables that might look the same: two counts exchanged, one person elsewhere, hardly anybody at all.</summary>
        public IEnumerable<Table> Doubles(int part, int cell)
        {
            foreach (var other in Enumerable.Range(0, this[part].Length).Where(other => other != cell))
            {
                yield return With(part, counts => (counts[cell], counts[other]) = (counts[other], counts[cell]));
                yield return With(part, counts => (counts[cell], counts[other]) = (counts[cell] + 1, counts[other] - 1));
                yield return With(part, counts => (counts[cell], counts[other]) = (counts[cell] - 1, counts[other] + 1));
            }

            yield return new Table(new int[Districts.Length], new int[Months.Length]);
            var one = new Table(new int[Districts.Length], new int[Months.Length]);
            (one[part][cell], one[1 - part][0]) = (1, 1);
            yield return one;
        }

        private Table With(int part, Action<int[]> change)
        {
            var changed = new Table([.. Districts], [.. Months]);
            change(changed[part]);
            return changed;
        }
    }
}
