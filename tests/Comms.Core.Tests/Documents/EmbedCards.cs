using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class EmbedCards
{
    private const string Picture = "https://video.example/1.jpg";

    private static readonly EmbedCard Card = new("https://video.example/v", "How a flu jab works", "The trust") { Picture = Picture, At = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData(DocumentFormat.Html, true)]
    [InlineData(DocumentFormat.Email, true)]
    [InlineData(DocumentFormat.WordPress, true)]
    [InlineData(DocumentFormat.WordPressBlocks, true)]
    [InlineData(DocumentFormat.Markdown, true)]
    [InlineData(DocumentFormat.Rss, true)]
    [InlineData(DocumentFormat.Atom, true)]
    [InlineData(DocumentFormat.JsonFeed, true)]
    [InlineData(DocumentFormat.Json, true)]
    [InlineData(DocumentFormat.Sealed, false)]
    [InlineData(DocumentFormat.PlainText, false)]
    public void The_picture_is_shown_wherever_a_network_may_be_asked(DocumentFormat format, bool shown)
    {
        var page = Render(Card, format);

        Assert.Equal(shown, page.Contains(Picture, StringComparison.Ordinal));
        Assert.All([Card.Url, Card.Text, "The trust", "2026"], words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://video.example/1.jpg")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://a@video.example/1.jpg")]
    public void A_picture_that_may_not_be_loaded_is_left_out(string picture) =>
        Assert.All(
            [DocumentFormat.Html, DocumentFormat.Email, DocumentFormat.WordPress, DocumentFormat.WordPressBlocks, DocumentFormat.Markdown],
            format => Assert.Equal(Render(Card with { Picture = null }, format), Render(Card with { Picture = picture }, format)));

    [Fact]
    public void Its_time_stands_beside_its_author_and_alone_where_no_author_is_told()
    {
        Assert.EndsWith("(https://video.example/v), The trust · Mon 23 Nov 2026, 09:00\n", Render(Card, DocumentFormat.PlainText), StringComparison.Ordinal);
        Assert.EndsWith("(https://video.example/v), Mon 23 Nov 2026, 09:00\n", Render(Card with { Author = null }, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    private static string Render(EmbedCard card, DocumentFormat format) => DocumentRenderer.Render(new Document { Title = "A story", Blocks = [card] }, format);
}
