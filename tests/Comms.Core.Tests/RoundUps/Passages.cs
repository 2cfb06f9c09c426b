using Comms.Core.RoundUps;
using Comms.Core.Text;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class Passages
{
    private const string Long = "I came at nine. The parking was a disgrace, there was no space at all. The nurse was kind. I went home at noon and slept.";

    private static readonly string[] Bits = ["a", "bc", " ", ".", "! ", "\n", "\ud83d\ude00"];

    [Fact]
    public void A_short_text_is_whole() => Assert.Equal("Short words.", Cut(new Heard("a", " Short words.\n"), 80));

    [Fact]
    public void A_long_text_gives_the_sentences_around_its_evidence()
    {
        var heard = new Heard("a", Long) { Themes = ["Parking"], Says = "parking" };
        Assert.Equal("The parking was a disgrace, there was no space at all.", Cut(heard, 60, "theme:Parking"));
    }

    [Fact]
    public void A_long_text_without_evidence_gives_its_beginning() =>
        Assert.Equal("I came at nine. The parking was a disgrace, there was no space at all.", Cut(new Heard("a", Long), 80, "theme:Food"));

    [Fact]
    public void Personal_data_is_masked_whole_where_the_cut_falls_inside()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 15)) + "07700 900123 and so on without an end";
        Assert.EndsWith("[phone removed]", Cut(new Heard("a", text) { Private = "07700 900123" }, 82), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_cut_is_within_the_text_and_splits_no_character() =>
        Gen.Select(Gen.Int[0, Bits.Length - 1].Select(at => Bits[at]).List[0, 300], Gen.Int[80, 120]).Sample((parts, longest) =>
        {
            TriagedMessage message = new Heard("a", string.Concat(parts));
            var passage = Passage.Of(message, longest);
            var cut = message.Text.Substring(passage.Start, passage.Length);
            Assert.DoesNotContain("\ufffd", string.Concat(cut.EnumerateRunes()), StringComparison.Ordinal);
            Assert.True(cut.Length <= longest);
        });

    private static string Cut(Heard heard, int longest, string? label = null)
    {
        TriagedMessage message = heard;
        var passage = Passage.Of(message, longest, label);
        return Redaction.Apply(message.Text, message.Findings.PersonalData, passage.Start, passage.Length);
    }
}
