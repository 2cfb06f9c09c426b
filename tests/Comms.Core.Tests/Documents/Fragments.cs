using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class Fragments
{
    private static string Render(DocumentFormat format, params Block[] blocks) => DocumentRenderer.Render(new Document { Title = "T", Blocks = blocks }, format);

    [Fact]
    public void A_block_stands_between_its_comments_and_classic_html_has_none()
    {
        Assert.Equal("<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">b</h3>\n<!-- /wp:heading -->\n", Render(DocumentFormat.WordPressBlocks, new Heading("a"), new Heading("b", 3)).Split("\n\n")[1]);
        Assert.Equal("<ul><li>a</li>\n\n<li>b</li></ul>\n", Render(DocumentFormat.WordPress, new ListBlock(["a", "b"])));
    }

    [Fact]
    public void A_word_in_brackets_and_an_address_alone_are_words()
    {
        foreach (var format in (DocumentFormat[])[DocumentFormat.WordPress, DocumentFormat.WordPressBlocks])
        {
            var fragment = Render(format, new Paragraph("[gallery]"), new Paragraph("https://video.example/v"), new ImageBlock("https://trust.example/p.png", "[x]"));

            Assert.Contains("&#091;gallery]", fragment, StringComparison.Ordinal);
            Assert.Contains("https&#058;//video.example/v", fragment, StringComparison.Ordinal);
            Assert.DoesNotContain("[", fragment, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<p>", "<p style=\"color:red\">")]
    [InlineData("<p>", "<p class=\"wp-block-embed\">")]
    [InlineData("<p>", "<p onclick=\"alert(1)\">")]
    [InlineData("wp:paragraph", "wp:html")]
    [InlineData("<p>words</p>", "<iframe></iframe>")]
    [InlineData("<p>words</p>", "<p>words")]
    [InlineData("words", "<!-- words -->")]
    [InlineData("words", "<img src=\"http://trust.example/p.png\" alt=\"\" />")]
    public void What_is_not_on_the_list_is_refused(string part, string instead)
    {
        var fragment = Render(DocumentFormat.WordPressBlocks, new Paragraph("words"));
        HtmlProof.Check(fragment, HtmlForm.Blocks);

        Assert.Contains(part, fragment, StringComparison.Ordinal);
        Assert.Throws<DocumentException>(() => HtmlProof.Check(fragment.Replace(part, instead, StringComparison.Ordinal), HtmlForm.Blocks));
    }

    [Fact]
    public void A_comment_of_a_block_is_refused_in_classic_html() =>
        Assert.Throws<DocumentException>(() => HtmlProof.Check(Render(DocumentFormat.WordPressBlocks, new Paragraph("words")), HtmlForm.Fragment));
}
