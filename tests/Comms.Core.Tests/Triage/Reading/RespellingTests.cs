using System.Text;
using Comms.Core.Text;
using Comms.Core.Triage;
using Comms.Core.Triage.Reading;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Reading;

/// <summary>A word with one slip of the pen is read as the word that is meant.</summary>
public sealed class RespellingTests
{
    private static readonly string[] Known = ["appointment", "later", "letter", "scared", "tablets", "ward"];
    private static readonly Respelling Words = new(Known.Select((word, index) => (Encoding.UTF8.GetBytes(word), index)), []);

    [Theory]
    [InlineData("apointment", "appointment")]
    [InlineData("appointmennt", "appointment")]
    [InlineData("appiontment", "appointment")]
    [InlineData("tabletz", "tablets")]
    [InlineData("leter", "letter")]
    [InlineData("wward", null)]
    [InlineData("warb", null)]
    [InlineData("bpointment", null)]
    [InlineData("apointmant", null)]
    [InlineData("zzzzzzz", null)]
    public void One_slip_is_forgiven_and_no_more(string written, string? meant) => Assert.Equal(meant, Find(written));

    [Fact]
    public void Leaving_out_any_letter_but_the_first_is_one_slip() =>
        Gen.Select(Gen.Bool.Select(one => one ? "appointment" : "tablets"), Gen.Int[1, 6]).Sample((word, at) => Find(word.Remove(at, 1)) == word);

    [Theory]
    [InlineData("my dad has chest pain and cannot breathe", "my dad has chest pain and cannae breethe")]
    [InlineData("I wish to make a formal complaint", "I wish to make a formal complant")]
    [InlineData("He hits me every day", "Priya hits me every day")]
    public void What_is_meant_raises_what_it_would_have_raised(string standard, string written)
    {
        var (one, other) = (Findings(standard), Findings(written));
        Assert.Equal(one.Flags, other.Flags);
        Assert.Equal(one.Kinds.Select(kind => kind.Name), other.Kinds.Select(kind => kind.Name));
        Assert.True(one.Flags.Count > 0 || one.Obligations.Count > 0);
    }

    private static TriageFindings Findings(string text) => Triagers.Plain.Triage(Triagers.Message(text)).Findings;

    private static string? Find(string written)
    {
        var bytes = Encoding.UTF8.GetBytes(written);
        return Words.Find(TokenBytes.HashOf(bytes), bytes) is >= 0 and var entry ? Known[entry] : null;
    }
}
