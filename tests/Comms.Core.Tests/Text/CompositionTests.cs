using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("a\u0323\u0307", "\u1EA1\u0307")]
    [InlineData("a\u0307\u0323", "\u1EA1\u0307")]
    [InlineData("\u212B", "Å")]
    [InlineData("\uFB49", "\u05E9\u05BC")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\uAC00\u11A8", "각")]
    [InlineData("\u0915\u093C", "\u0915\u093C")]
    [InlineData("a\u0301\u0301", "á\u0301")]
    public void A_text_is_composed_as_Unicode_says(string text, string composed) => Assert.Equal(composed, Composition.Compose(text));

    [Fact]
    public void Composing_twice_changes_nothing() => Gen.String.Sample(text =>
    {
        var once = Composition.Compose(text);
        Assert.Equal(once, Composition.Compose(once));
    });
}
