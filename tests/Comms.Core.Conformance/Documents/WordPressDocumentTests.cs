using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Stories;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Documents;

/// <summary>Against a real WordPress (<c>tests/servers/up.sh</c>), as an author, whose HTML its filter goes through.</summary>
public sealed class WordPressDocumentTests : IDisposable
{
    private readonly HttpClient author = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Site => RealServer.Address("COMMS_TEST_WORDPRESS", "wordpress");

    public void Dispose() => author.Dispose();

    [Theory]
    [InlineData(DocumentFormat.WordPress)]
    [InlineData(DocumentFormat.WordPressBlocks)]
    public async Task What_an_author_pastes_is_kept_to_the_letter(DocumentFormat format)
    {
        var rendered = DocumentRenderer.Render(Everything("A nurse’s “thank you” & more\nit's [gallery] <b>bold</b>"), format).TrimEnd('\n');

        var stored = await KeepAsync(rendered);

        Assert.Equal(rendered, stored.GetProperty("raw").GetString());
    }

    [Theory]
    [InlineData(DocumentFormat.WordPress)]
    [InlineData(DocumentFormat.WordPressBlocks)]
    public async Task A_story_embeds_without_script_and_without_a_change(DocumentFormat format)
    {
        var story = StoryComposer.Compose(Everything("A talk: [gallery] https://www.youtube.com/watch?v=aqz-KE-bpKQ"));
        var rendered = DocumentRenderer.Render(story.ToDocument(), format).TrimEnd('\n');

        var stored = await KeepAsync(rendered);

        Assert.Equal(rendered, stored.GetProperty("raw").GetString());
        Assert.All(story.Parts.Select(part => part.Hash).OfType<string>(), hash => Assert.Contains(hash, stored.GetProperty("rendered").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DocumentFormat.WordPress)]
    [InlineData(DocumentFormat.WordPressBlocks)]
    public async Task Words_of_strangers_run_nothing_and_fetch_nothing_in_the_site(DocumentFormat format)
    {
        foreach (var words in (string[])["[gallery]", "[embed]https://www.youtube.com/watch?v=aqz-KE-bpKQ[/embed]", "https://www.youtube.com/watch?v=aqz-KE-bpKQ", "<script>alert(1)</script>", "<!-- wp:html --><iframe src=x></iframe><!-- /wp:html -->", "[caption onclick=x]y[/caption]"])
        {
            var shown = (await KeepAsync(DocumentRenderer.Render(Everything(words), format))).GetProperty("rendered").GetString()!;

            Assert.DoesNotContain("<script", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<iframe", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onclick=\"", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("wp-block-embed", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"gallery", shown, StringComparison.Ordinal);
        }
    }

    private static Document Everything(string words) => new()
    {
        Title = words,
        Series = words,
        Blocks =
        [
            new Heading(words),
            new Paragraph(new InlineText(new Inline(words), new Inline(words, Strong: true), new Inline(words, Url: "https://trust.example/?a=1&b=[2]"))),
            new Paragraph(words),
            new Quote(words, words, "https://trust.example/q") { Licence = words },
            new MessageCard(words, words, "https://trust.example/m", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))
            {
                Source = words, Marks = [words], Alert = words, Tone = Tone.Negative, Others = [new CardLink(words, "https://trust.example/o")],
            },
            new ListBlock([words, words], Ordered: true),
            new ImageBlock("https://trust.example/p.jpg", words, words),
            new EmbedCard("https://video.example/v", words, words) { Picture = "https://video.example/p.jpg" },
            new Table(words, [new Column(words), new Column(words, Numeric: true)], [[words, "3"]]),
            new FigureRow([new Figure(words, "12", words)]),
            new ShareBar(words, [new Share(words, 3)]),
            new Callout(words),
            new LinkBlock(words, "https://trust.example/l"),
        ],
    };

    private async Task<JsonElement> KeepAsync(string content)
    {
        var password = RealServer.Address("COMMS_TEST_WORDPRESS_AUTHOR", "wordpress");
        author.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("author:" + password)));
        using var answer = await author.PostAsJsonAsync(
            new Uri($"{Site}/wp-json/wp/v2/posts?context=edit"), new Dictionary<string, string> { ["title"] = "Round-up", ["content"] = content, ["status"] = "draft" }, Cancel);
        var kept = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return kept.GetProperty("content");
    }
}
