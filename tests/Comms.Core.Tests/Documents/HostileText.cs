using System.Text.RegularExpressions;
using Comms.Core.Documents;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Documents;

public partial class HostileText
{
    public static TheoryData<string> Texts { get; } = [.. Hostile.Texts];

    public static TheoryData<string> Addresses { get; } = [.. Hostile.Addresses];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_passes_its_proof_and_holds_no_element_of_the_text(string text)
    {
        var page = DocumentRenderer.Render(Hostile.Everywhere(text, text), DocumentFormat.Html);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(EventHandlers(), Values().Replace(page, ""));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_refused_address_is_no_link_and_no_picture_but_stays_readable(string url)
    {
        var document = Hostile.Everywhere("words", url);
        var page = DocumentRenderer.Render(document, DocumentFormat.Html);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        var markdown = DocumentRenderer.Render(document, DocumentFormat.Markdown);
        Assert.DoesNotContain("](", markdown.Replace("\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var shown = url.Where(char.IsAsciiLetter);
        Assert.Contains(string.Concat(shown), string.Concat(DocumentRenderer.Render(document, DocumentFormat.PlainText).Where(char.IsAsciiLetter)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://towns.example/@jo/1?a=1&copy=2")]
    [InlineData("http://towns.example/a_(b)")]
    [InlineData("mailto:team@trust.example")]
    public void A_good_address_is_a_link(string url)
    {
        var document = Hostile.Everywhere("words", url);
        Assert.Contains("<a href=\"", DocumentRenderer.Render(document, DocumentFormat.Html), StringComparison.Ordinal);
        Assert.Contains("[words](", DocumentRenderer.Render(document, DocumentFormat.Markdown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_orders_a_terminal_about(string text)
    {
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            Assert.DoesNotContain(DocumentRenderer.Render(Hostile.Everywhere(text, text), format), each => char.IsControl(each) && each != '\n' && each != '\t');
        }
    }

    [Fact]
    public void Any_text_in_any_place_passes_the_proof() =>
        Gen.Select(Gen.OneOf(Gen.Int[0, Hostile.Texts.Length - 1].Select(at => Hostile.Texts[at]), Gen.String), Gen.OneOf(Gen.Int[0, Hostile.Addresses.Length - 1].Select(at => Hostile.Addresses[at]), Gen.String))
            .Sample((text, url) => Assert.NotEmpty(DocumentRenderer.Render(Hostile.Everywhere(text, url), DocumentFormat.Html)), iter: 500);

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Values();

    [GeneratedRegex(@"<[^>]*\son\w+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex EventHandlers();
}
