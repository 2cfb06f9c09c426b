using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class Pages
{
    [Fact]
    public void Headings_never_skip_a_level()
    {
        var document = new Document { Title = "T", Language = "cy", Blocks = [new Heading("a", 5), new Heading("b", 4), new Heading("c", 1), new Heading("d", 9)] };
        var page = DocumentRenderer.Render(document, DocumentFormat.Html);
        foreach (var heading in (string[])["<h1 dir=\"auto\">T", "<h2 dir=\"auto\">a", "<h3 dir=\"auto\">b", "<h2 dir=\"auto\">c", "<h3 dir=\"auto\">d", "<html lang=\"cy\">"])
        {
            Assert.Contains(heading, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere_but_pictures()
    {
        var page = DocumentRenderer.Render(new Document { Title = "T", Blocks = [] }, DocumentFormat.Html);
        Assert.Contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data: https:\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cell_of_a_ragged_row_is_lost()
    {
        var table = new Table("C", [new Column("A"), new Column("B")], [["1", "2", "3"], ["4"], []]);
        var page = DocumentRenderer.Render(new Document { Title = "T", Blocks = [table] }, DocumentFormat.Html);
        Assert.Contains(">2 3</td>", page, StringComparison.Ordinal);
        Assert.Contains(">4</th>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_are_rounded_half_up_and_an_empty_whole_has_none()
    {
        var bar = new ShareBar("C", [new Share("a", 1), new Share("b", 7)]);
        Assert.Contains("a: 1 (13%)", DocumentRenderer.Render(new Document { Title = "T", Blocks = [bar] }, DocumentFormat.PlainText), StringComparison.Ordinal);
        var none = new ShareBar("C", [new Share("a", 0)]);
        Assert.Contains("a: 0 (0%)", DocumentRenderer.Render(new Document { Title = "T", Blocks = [none] }, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_of_a_document_is_in_every_format()
    {
        var document = Hostile.Everywhere("words", "https://towns.example/one");
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            var rendered = DocumentRenderer.Render(document, format);
            // JSON Feed says everything twice: as HTML and in words.
            Assert.Equal(format == DocumentFormat.JsonFeed ? 16 : 8, rendered.Split("https://towns.example/one").Length - 1);
        }
    }
}
