using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

/// <summary>Precision and recall by kind over written cases, near misses among them; a span counts when it is exactly right.</summary>
public sealed class PersonalDataCaseTests(ITestOutputHelper output)
{
    private static readonly Case[] Cases = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Text", "Cases", "personal-data.tsv")).Where(line => line[0] != '#').Select(Case.Read)];

    public static TheoryData<string> Kinds { get; } = [.. Cases.SelectMany(one => one.Wanted).Select(wanted => wanted.Kind).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Cases.Length >= 300 && Cases.Count(one => one.Wanted.Length == 0) >= 100, $"{Cases.Length}");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Precision_and_recall_are_at_least_95_in_a_hundred(string kind)
    {
        var (hits, wrong) = (0, new List<string>());
        var (found, wanted) = (0, 0);
        foreach (var one in Cases)
        {
            var got = PersonalDataFinder.Find(one.Text).Where(data => data.Kind == kind).Select(data => one.Text.Substring(data.Start, data.Length)).ToArray();
            var asked = one.Wanted.Where(want => want.Kind == kind).Select(want => want.Words).ToArray();
            var right = got.Intersect(asked).Count();
            (hits, found, wanted) = (hits + right, found + got.Length, wanted + asked.Length);
            if (right < Math.Max(got.Length, asked.Length))
            {
                wrong.Add($"  {one.Text} | wanted {string.Join(", ", asked)} | found {string.Join(", ", got)}");
            }
        }

        var (precision, recall) = (hits / (double)Math.Max(1, found), hits / (double)wanted);
        output.WriteLine($"{kind}: precision {precision:0.000} ({hits} of {found}), recall {recall:0.000} ({hits} of {wanted})\n{string.Join('\n', wrong)}");
        Assert.True(precision >= 0.95 && recall >= 0.95, string.Join('\n', wrong));
    }

    private sealed record Case(string Text, (string Kind, string Words)[] Wanted)
    {
        public static Case Read(string line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var wanted = line[..tab] == "-" ? [] : line[..tab].Split('|').Select(one => one.Split(':', 2)).Select(pair => (pair[0], pair[1])).ToArray();
            return new Case(line[(tab + 1)..].Replace("\\n", "\n", StringComparison.Ordinal), wanted);
        }
    }
}
