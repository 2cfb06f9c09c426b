using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class Emails
{
    private const string Picture = "cid:1.abc@trust.example";

    private static string Mail(params Block[] blocks) => DocumentRenderer.Render(new Document { Title = "T", Blocks = blocks }, DocumentFormat.Email);

    [Fact]
    public void An_email_has_no_stylesheet_and_no_class_and_nothing_that_unfolds()
    {
        var mail = DocumentRenderer.Render(Hostile.Everywhere("words", "https://trust.example/"), DocumentFormat.Email);

        Assert.DoesNotContain("<style", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("flex", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_within_the_email_shows_in_the_email_alone()
    {
        var picture = new ImageBlock(Picture, "A heron");

        Assert.Contains($"<img src=\"{Picture}\" alt=\"A heron\"", Mail(picture), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", DocumentRenderer.Render(new Document { Title = "T", Blocks = [picture] }, DocumentFormat.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cid:")]
    [InlineData("cid:a b")]
    [InlineData("cid:a\"b")]
    [InlineData("CID:a")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("http://trust.example/p.png")]
    public void Any_other_picture_is_told_in_words(string url) => Assert.DoesNotContain("<img", Mail(new ImageBlock(url, "A heron")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p style=\"margin:0 0 12px 0\"", "<p style=\"position:fixed\"")]
    [InlineData("<p style=\"margin:0 0 12px 0\"", "<p style=\"margin:0 0 12px 0;background:url(https://evil.example)\"")]
    [InlineData("<p ", "<style>p{}</style><p ")]
    [InlineData("words", "<img src=\"data:image/png;base64,AA\" alt=\"\">")]
    [InlineData("words", "<script>alert(1)</script>")]
    public void A_look_that_is_not_ours_is_refused(string part, string instead)
    {
        var mail = Mail(new Paragraph("words"));
        HtmlProof.Check(mail, HtmlForm.Email);

        Assert.Contains(part, mail, StringComparison.Ordinal);
        Assert.Throws<DocumentException>(() => HtmlProof.Check(mail.Replace(part, instead, StringComparison.Ordinal), HtmlForm.Email));
    }

    [Fact]
    public void What_a_page_shows_by_a_bar_an_email_says()
    {
        var bar = new ShareBar("Feelings", [new Share("praise", 3, Tone.Positive), new Share("worry", 1, Tone.Negative)]);

        Assert.Contains("praise: 3 (75%)", Mail(bar), StringComparison.Ordinal);
        Assert.Contains("worry: 1 (25%)", Mail(bar), StringComparison.Ordinal);
    }
}
