using System.Globalization;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text.Conformance;

public sealed class TwitterTextTests
{
    [Fact]
    public void Every_text_has_its_weighted_length() => Lengths("WeightedTweetsWithDiscountedEmojiCounterTest", emojiAsOne: true);

    [Fact]
    public void Every_text_had_its_weighted_length_before_emoji_counted_as_one() => Lengths("WeightedTweetsCounterTest", emojiAsOne: false);

    [Fact]
    public void Every_text_with_directional_marks_has_its_weighted_length() => Lengths("UnicodeDirectionalMarkerCounterTest", emojiAsOne: true);

    [Fact]
    public void Every_link_is_found() => All("extract.yml", "urls", row => Compare((string)row["text"], (List<object>)row["expected"]));

    [Fact]
    public void Every_link_among_directional_marks_is_found() =>
        All("extract.yml", "urls_with_directional_markers", row => Compare(
            (string)row["text"], [.. ((List<object>)row["expected"]).Select(found => found is Dictionary<object, object> link ? link["url"] : found)]));

    [Fact]
    public void Every_shortened_link_is_found() => All("extract.yml", "tco_urls_with_params", row => Compare((string)row["text"], (List<object>)row["expected"]));

    [Fact]
    public void Every_link_stands_where_it_stands() => All("extract.yml", "urls_with_indices", row =>
    {
        var text = (string)row["text"];
        var found = Links.Find(text).Select(range => $"{text[range]} {Runes(text, range.Start.Value)}-{Runes(text, range.End.Value)}");
        var expected = ((List<object>)row["expected"]).Cast<Dictionary<object, object>>()
            .Select(link => (Url: (string)link["url"], At: (List<object>)link["indices"])).Select(link => $"{link.Url} {link.At[0]}-{link.At[1]}");
        return found.SequenceEqual(expected) ? null : $"found {string.Join(", ", found)}, not {string.Join(", ", expected)}";
    });

    private static void Lengths(string section, bool emojiAsOne) => All("validate.yml", section, row =>
    {
        var expected = Number(((Dictionary<object, object>)row["expected"])["weightedLength"]);
        var length = WeightedLength.Of((string)row["text"], emojiAsOne);
        return length == expected ? null : $"{length}, not {expected}";
    });

    private static string? Compare(string text, List<object> expected)
    {
        string[] found = [.. Links.Find(text).Select(range => text[range])];
        return found.SequenceEqual(expected.Cast<string>()) ? null : $"found [{string.Join(", ", found)}], not [{string.Join(", ", expected)}]";
    }

    private static void All(string file, string section, Func<Dictionary<object, object>, string?> fault)
    {
        var rows = PublicCases.Yaml(file, section);
        var faults = rows.Select(row => (row, fault(row))).Where(one => one.Item2 is not null).Select(one => $"{one.row["description"]}: {one.Item2}").ToArray();
        TestContext.Current.TestOutputHelper!.WriteLine($"{rows.Count - faults.Length} of {rows.Count} cases of {section}");
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static int Number(object value) => int.Parse((string)value, CultureInfo.InvariantCulture);

    private static int Runes(string text, int at) => text[..at].EnumerateRunes().Count();
}
