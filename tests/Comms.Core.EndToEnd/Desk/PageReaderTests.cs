using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>What the desk writes, read by programs of others: a checker of HTML, one of accessibility in a real browser, one of mail clients, and the editor of WordPress.</summary>
public sealed class PageReaderTests : IDisposable
{
    private const string Everything = """
        { "title": "WORDS", "series": "WORDS", "blocks": [
          { "type": "heading", "text": "WORDS" }, { "type": "heading", "text": "WORDS", "level": 3 },
          { "type": "paragraph", "text": [ { "text": "WORDS" }, { "text": "WORDS", "strong": true }, { "text": "WORDS", "url": "https://trust.example/?a=1&b=[2]" } ] },
          { "type": "quote", "text": "WORDS", "author": "WORDS", "url": "https://trust.example/q" },
          { "type": "message", "text": "WORDS", "author": "WORDS", "url": "https://trust.example/m", "at": "2026-11-23T09:00:00Z", "source": "WORDS", "tone": "negative", "marks": [ "WORDS" ], "alert": "WORDS", "others": [ { "label": "WORDS", "url": "https://trust.example/o" } ] },
          { "type": "message", "text": "WORDS", "tone": "positive" }, { "type": "message", "text": "WORDS", "tone": "neutral" },
          { "type": "list", "items": [ "WORDS", "WORDS" ], "ordered": true }, { "type": "list", "items": [ "WORDS" ] },
          { "type": "image", "url": "https://trust.example/p.jpg", "alt": "WORDS", "caption": "WORDS" },
          { "type": "embed", "url": "https://video.example/v", "text": "WORDS", "author": "WORDS", "picture": "https://video.example/p.jpg", "at": "2026-11-23T09:00:00Z" },
          { "type": "table", "caption": "WORDS", "columns": [ { "name": "WORDS" }, { "name": "WORDS", "numeric": true } ], "rows": [ [ "WORDS", "3" ] ] },
          { "type": "figures", "figures": [ { "label": "WORDS", "value": "12", "note": "WORDS" } ] },
          { "type": "shares", "caption": "WORDS", "shares": [ { "label": "WORDS", "count": 3 }, { "label": "WORDS", "count": 9 } ] },
          { "type": "callout", "text": "WORDS" }, { "type": "link", "text": "WORDS", "url": "https://trust.example/l" } ] }
        """;

    // A long name without a space, letters of two directions, and words that would be markup, a shortcode or a block elsewhere.
    private static readonly string[] Words =
    [
        "Staff were kind & quick",
        "@comms.team.of.the.whole.of.the.north.and.the.south@social.north-and-south-hospitals.trust.example",
        "شكرا جزيلا – thank you 👩‍⚕️",
        "<script>alert(1)</script> [gallery] <!-- wp:html --> it's “so” & so",
    ];

    private readonly DeskProgram desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Pages_are_read_without_a_finding()
    {
        string[] pages = [.. await RenderAsync("html"), .. await RenderAsync("sealed"), .. await ReportsAsync()];

        Assert.Empty(await ReadAsync("vnu", pages));
        Assert.Empty(await ReadAsync("axe", pages));
    }

    [Fact]
    public async Task Blocks_are_valid_to_the_editor_of_WordPress() =>
        Assert.Empty(await ReadAsync("blocks", [Site, .. await RenderAsync("blocks")]));

    [Fact]
    public async Task What_a_mail_client_does_not_show_is_listed_with_what_stands_for_it()
    {
        var found = (await ReadAsync("email", [.. await RenderAsync("email")])).Select(line => line.Split(": ", 4)).GroupBy(parts => (Feature: parts[2], Part: parts[1]), parts => parts[3])
            .Select(group => $"| `{group.Key.Feature}` | {group.Key.Part} | {string.Join(", ", group.Distinct().Order(StringComparer.Ordinal))} |").Order(StringComparer.Ordinal);
        var listed = Repository.Read("docs", "email-clients.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();

        Assert.Equal(found, listed.Select(line => line[..(line.TrimEnd(' ', '|').LastIndexOf('|') + 1)]).Order(StringComparer.Ordinal));
        Assert.All(listed, line => Assert.NotEmpty(line.Split('|')[^2].Trim()));
    }

    [Theory]
    [InlineData("vnu", "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><p><div></p></body></html>", "error")]
    [InlineData("axe", "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><main><h1>T</h1><p style=\"color:#ccc;width:2000px\">pale</p></main></body></html>", "color-contrast")]
    [InlineData("axe", "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><main><h1>T</h1><p style=\"width:2000px\">wide</p></main></body></html>", "too wide")]
    [InlineData("email", "<!DOCTYPE html><html lang=\"en\"><body style=\"display:grid\"><video></video></body></html>", "<video>")]
    [InlineData("blocks", "<!-- wp:paragraph -->\n<p class=\"x\"><b>No</div>\n<!-- /wp:paragraph -->", "core/paragraph")]
    public async Task Each_reader_says_what_is_wrong(string reader, string page, string finding)
    {
        var file = desk.In(desk.Write("page.html", page));

        Assert.Contains(await ReadAsync(reader, reader == "blocks" ? [Site, file] : [file]), line => line.Contains(finding, StringComparison.Ordinal));
    }

    private static string Site => RealServer.Address("COMMS_TEST_WORDPRESS_SITE", "wordpress");

    private static async Task<string[]> ReadAsync(string reader, string[] files)
    {
        var program = RealServer.Address("COMMS_TEST_PAGES", "pages");
        return (await Command.RunAsync("node", Path.GetDirectoryName(program)!, Cancel, [program, reader, .. files])).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<List<string>> RenderAsync(string format)
    {
        var files = new List<string>();
        foreach (var (at, words) in Words.Index())
        {
            desk.Write("document.json", Everything.Replace("WORDS", System.Text.Json.JsonEncodedText.Encode(words).ToString(), StringComparison.Ordinal));
            var page = (await desk.RunAsync("render", "--input", "document.json", "--format", format)).Ended(0).Output;
            files.Add(desk.In(desk.Write($"{format}-{at}.html", page)));
        }

        return files;
    }

    /// <summary>Reports of the seed week.</summary>
    private async Task<IEnumerable<string>> ReportsAsync()
    {
        (await desk.RunAsync("demo", "--out", "out")).Ended(0);
        return new[] { "briefing.html", "scores.html", "roundups/comms.html", "roundups/wards.html", "roundups/press.html" }.Select(page => desk.In(Path.Combine("out", page)));
    }
}
