using Comms.Core.Documents;
using Comms.Core.Markup;
using Comms.Core.Tests.Documents;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Markup;

public class HostileMarkup
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>", "</a>", "<svg onload=alert(1)>", "<math><mtext>",
        "<style>", "</style>", "<noscript>", "<template>", "<iframe srcdoc='<script>alert(1)</script>' src=data:text/html,x>", "<form action=javascript:alert(1)>",
        "<table>", "<tr>", "<th>", "<td>", "<ul>", "<li>", "<b>", "</b>", "<p>", "</p>", "<blockquote cite=javascript:alert(1)>", "<!--", "-->", "<![CDATA[", "]]>",
        "<p style='background:url(javascript:alert(1))' onclick=alert(1)>", "<a href='https://a.example/'>", "<h1>", "<br>", "<pre>", "[gallery]", "https://a.example/",
        "<object data=x>", "<base href=https://evil.example/>", "<meta http-equiv=refresh content=0;url=https://evil.example/>", "words", " ", "&lt;script&gt;", "\0", "<figure>",
        "<figcaption>", "<img alt=p src=https://a.example/p.png>", "<plaintext>", "<select><option>", "<dl><dt>", "**", "[x](javascript:alert(1))", "\n\n", "# ", "> ", "- ", "|a|b|\n|-|-|\n",
    ];

    private static readonly Gen<string> Sources = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 12].Select(string.Concat);

    /// <summary>Each renderer of HTML proves its page by parsing it: nothing but the elements and attributes that a page of ours may have.</summary>
    [Fact]
    public void Nothing_executable_survives_in_any_renderer() => Sources.Sample(
        source =>
        {
            foreach (var reading in (MarkupReading[])[MarkupReader.ReadHtml(source), MarkupReader.ReadMarkdown(source)])
            {
                foreach (var format in Enum.GetValues<DocumentFormat>())
                {
                    Assert.NotEmpty(DocumentRenderer.Render(Blocks.Page(reading), format));
                }

                Assert.DoesNotContain(reading.Blocks.SelectMany(Links), link => link?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) is true);
            }
        },
        iter: 2_000);

    [Fact]
    public void A_second_pass_changes_nothing() => Sources.Sample(
        source =>
        {
            var first = Fragment(MarkupReader.ReadHtml(source));
            Assert.Equal(first, Fragment(MarkupReader.ReadHtml(first)));
        },
        iter: 20_000);

    /// <summary>A run that shows nothing is left out, and the blank that parted it from its neighbour goes with it; so do empty lines in a heading.</summary>
    [Theory]
    [InlineData("<pre># <a href='https://a.example/'> <img src=x></a></pre>", "<p>#</p>\n\n<p>x</p>\n")]
    [InlineData("<p><a href='https://a.example/'>&nbsp;</a> tea</p>", "<p>tea</p>\n")]
    [InlineData("<h2><pre>one\n\n\ntwo</pre></h2>", "<h2>one two</h2>\n")]
    public void What_shows_nothing_leaves_no_blank(string source, string expected)
    {
        var first = Fragment(MarkupReader.ReadHtml(source));
        Assert.Equal(first, Fragment(MarkupReader.ReadHtml(first)));
        Assert.Equal(expected, first);
    }

    [Fact]
    public void Any_text_at_all_is_read() => Gen.String.Sample(
        source =>
        {
            Assert.NotNull(Fragment(MarkupReader.ReadHtml(source)));
            Assert.NotNull(Fragment(MarkupReader.ReadMarkdown(source)));
        },
        iter: 2_000);

    [Fact]
    public void No_word_of_a_script_is_shown()
    {
        foreach (var text in Hostile.Texts)
        {
            Assert.DoesNotContain("alert(1)", Fragment(MarkupReader.ReadHtml("<p>a" + text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal) + "<script>alert(1)//"))
                .Replace("javascript:alert(1)", "", StringComparison.Ordinal).Replace("' onmouseover='alert(1)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static string Fragment(MarkupReading reading) => DocumentRenderer.Render(Blocks.Page(reading), DocumentFormat.WordPress);

    private static IEnumerable<string?> Links(Block block) => block switch
    {
        Paragraph { Text: var line } => line.Runs.Select(run => run.Url),
        ListBlock { Items: var items } => items.SelectMany(item => item.Runs).Select(run => run.Url),
        LinkBlock link => [link.Url],
        ImageBlock image => [image.Url],
        EmbedCard card => [card.Url],
        Quote quote => [quote.Url],
        _ => [],
    };
}
