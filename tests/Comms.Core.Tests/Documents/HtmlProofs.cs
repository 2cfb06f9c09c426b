using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class HtmlProofs
{
    private static readonly string Good = DocumentRenderer.Render(
        new Document { Title = "T", Blocks = [new Paragraph("words"), new LinkBlock("there", "https://trust.example/")] }, DocumentFormat.Html);

    [Fact]
    public void A_sealed_page_fetches_nothing_and_keeps_what_its_pictures_show()
    {
        var page = DocumentRenderer.Render(
            new Document { Title = "T", Blocks = [new ImageBlock("https://trust.example/p.png", "Two nurses at a bedside", "On ward 4")] }, DocumentFormat.Sealed);

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("Two nurses at a bedside", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://trust.example/p.png\"", page, StringComparison.Ordinal);
        Assert.Throws<DocumentException>(() => HtmlProof.Check(page.Replace("<figcaption", "<img src=\"https://trust.example/p.png\" alt=\"\"><figcaption", StringComparison.Ordinal), HtmlForm.Sealed));
        Assert.Throws<DocumentException>(() => HtmlProof.Check(page, HtmlForm.Page));
    }

    [Fact]
    public void Our_page_passes() => HtmlProof.Check(Good, HtmlForm.Page);

    [Theory]
    [InlineData("<p dir=\"auto\">words", "<script>alert(1)</script><p dir=\"auto\">words")]
    [InlineData("<p dir=\"auto\">", "<p dir=\"auto\" onclick=\"alert(1)\">")]
    [InlineData("<p dir=\"auto\">", "<p dir=auto>")]
    [InlineData("<p dir=\"auto\">", "<P dir=\"auto\">")]
    [InlineData("<p dir=\"auto\">", "<p dir=\"auto\" dir=\"auto\">")]
    [InlineData("words</p>", "words")]
    [InlineData("words</p>", "words</p></p>")]
    [InlineData("words", "<!-- words -->")]
    [InlineData("words", "a & b")]
    [InlineData("words", "a > b")]
    [InlineData("words", "&nbsp;")]
    [InlineData("words", "<span style=\"background:url(https://evil.example)\"></span>")]
    [InlineData("words", "<span style=\"--share:1;color:red\"></span>")]
    [InlineData("words", "<iframe></iframe>")]
    [InlineData("words", "<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("words", "<a href=\"javascript&amp;colon;alert(1)\">x</a>")]
    [InlineData("words", "<img src=\"http://evil.example/p.png\" alt=\"\">")]
    [InlineData("words", "<style>p{}</style>")]
    [InlineData("words", "<meta http-equiv=\"refresh\">")]
    [InlineData("&#39;none&#39;", "https:")]
    [InlineData(":root {", "@import url(https://evil.example);:root {")]
    [InlineData("<!DOCTYPE html>", "")]
    [InlineData("</html>", "</html><p>more</p>")]
    [InlineData("</html>", "</html><html lang=\"en\"></html>")]
    [InlineData("<title>T", "<title>T<p></p>")]
    [InlineData("https://trust.example/", "https://trust.example@evil.example/")]
    public void One_thing_off_the_list_and_nothing_is_handed_out(string good, string bad)
    {
        var page = Good.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Good, page);
        Assert.Throws<DocumentException>(() => HtmlProof.Check(page, HtmlForm.Page));
    }

    [Fact]
    public void A_page_cut_anywhere_fails()
    {
        for (var length = 0; length < Good.TrimEnd().Length; length += 7)
        {
            Assert.Throws<DocumentException>(() => HtmlProof.Check(Good[..length], HtmlForm.Page));
        }
    }
}
