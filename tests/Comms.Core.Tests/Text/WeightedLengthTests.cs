using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class WeightedLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Clinic open", 11)]
    [InlineData("It’s £5", 7)]
    [InlineData("€5…", 5)]
    [InlineData("診療所", 6)]
    [InlineData("😀", 2)]
    [InlineData("👩🏽‍⚕️", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("©️", 2)]
    [InlineData("©", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("see nhs.uk", 27)]
    [InlineData("https://www.tarrenmarch.example.org/a/b?c=d", 23)]
    [InlineData("mail pals@tarrenmarch.org", 25)]
    [InlineData("the file notes.tar.bz2", 22)]
    public void It_is_what_X_shows(string text, int length) => Assert.Equal(length, TextLength.Count(text, LengthUnit.Weighted));

    [Fact]
    public void No_text_breaks_it() => Gen.String.Sample(text => Assert.InRange(TextLength.Count(text, LengthUnit.Weighted), 0, Math.Max(23, 2 * text.Length) + (6 * text.Length)));

    [Theory]
    [InlineData("a.")]
    [InlineData("http://")]
    [InlineData("a.com/(")]
    [InlineData("((((")]
    [InlineData("é.")]
    [InlineData("-_")]
    public void A_text_that_repeats_itself_is_measured_all_the_same(string piece) =>
        Assert.True(TextLength.Count(string.Concat(Enumerable.Repeat(piece, 2_000)), LengthUnit.Weighted) > 0);
}
