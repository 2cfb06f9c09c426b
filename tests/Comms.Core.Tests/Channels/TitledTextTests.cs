using Comms.Core.Channels;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Channels;

public class TitledTextTests
{
    [Theory]
    [InlineData("Flu clinic\n\nOpen at 9.\n\nBring a friend.", "Flu clinic", "Open at 9.|Bring a friend.")]
    [InlineData("Open at 9.", "Open at 9.", "Open at 9.")]
    [InlineData("  Flu clinic \n Open at 9.  ", "Flu clinic", "Open at 9.")]
    [InlineData("", "", "")]
    public void The_first_line_is_the_title_where_more_follows(string text, string title, string paragraphs)
    {
        var titled = TitledText.Of(text);

        Assert.Equal((title, paragraphs), (titled.Title, string.Join('|', titled.Paragraphs.Select(paragraph => text[paragraph]))));
    }

    [Fact]
    public void A_long_line_is_cut_between_words_and_stays_whole_in_the_body()
    {
        var text = string.Join(' ', Enumerable.Repeat("vaccination", 12));

        var titled = TitledText.Of(text);

        Assert.Equal("vaccination vaccination vaccination vaccination vaccination vaccination…", titled.Title);
        Assert.Equal(text, text[Assert.Single(titled.Paragraphs)]);
    }

    [Fact]
    public void A_letter_of_many_units_is_not_torn()
    {
        var family = "👨‍👩‍👧‍👦";

        var title = TitledText.Of(string.Concat(Enumerable.Repeat(family, 10))).Title;

        Assert.Equal(string.Concat(Enumerable.Repeat(family, 7)) + "…", title);
    }

    [Fact]
    public void A_title_is_one_short_line_and_no_word_of_the_body_is_lost() => Gen.String[Gen.Char["ab \n\r👍"], 0, 300].Sample(text =>
    {
        var titled = TitledText.Of(text);
        Assert.True(titled.Title.Length <= 80 && !titled.Title.Contains('\n', StringComparison.Ordinal));
        var said = string.Concat(titled.Paragraphs.Select(paragraph => text[paragraph])).Where(each => !char.IsWhiteSpace(each));
        Assert.EndsWith(string.Concat(said), string.Concat(text.Where(each => !char.IsWhiteSpace(each))), StringComparison.Ordinal);
    });
}
