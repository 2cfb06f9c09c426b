using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class FirstLineTests
{
    [Theory]
    [InlineData("Flu jabs today\nCome along", "Flu jabs today")]
    [InlineData("  spaced  ", "spaced")]
    [InlineData("", "")]
    public void It_is_the_first_line(string text, string title) => Assert.Equal(title, FirstLine.Of(text));

    [Fact]
    public void A_long_line_is_cut_between_words() =>
        Assert.Equal(
            "Could you spare two hours a week? Our volunteers push the…", FirstLine.Of("Could you spare two hours a week? Our volunteers push the tea trolley."));

    [Fact]
    public void No_text_breaks_it_and_no_character_is_cut_in_two() => Gen.String.Sample(text =>
    {
        var title = FirstLine.Of(text.Replace("\uD800", "", StringComparison.Ordinal));
        Assert.True(title.Length <= 61);
    });
}
