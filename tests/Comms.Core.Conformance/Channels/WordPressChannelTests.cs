using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Comms.Core.Channels;
using Comms.Core.Channels.WordPress;
using Comms.Core.Documents;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

/// <summary>Against a real WordPress (<c>tests/servers/up.sh</c>), as an author; the site is emptied before each fact.</summary>
[Collection(nameof(RealServer))]
public sealed partial class WordPressChannelTests : ChannelConformance, IAsyncLifetime
{
    private readonly HttpClient admin = new();
    private readonly List<WordPressChannel> opened = [];

    protected override bool TakesThreads => false;

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(Environment.GetEnvironmentVariable("COMMS_TEST_WORDPRESS_AUTHOR"));

    private static string Site => RealServer.Address("COMMS_TEST_WORDPRESS", "wordpress");

    public async ValueTask InitializeAsync()
    {
        var password = RealServer.Address("COMMS_TEST_WORDPRESS_ADMIN", "wordpress");
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));
        foreach (var kind in (string[])["posts", "media"])
        {
            foreach (var one in await ListAsync($"{kind}?status={(kind == "posts" ? "any" : "inherit")}&per_page=100"))
            {
                using var gone = await admin.DeleteAsync(new Uri($"{Site}/wp-json/wp/v2/{kind}/{one.GetProperty("id").GetInt64()}?force=true"), Cancel);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        opened.ForEach(channel => channel.Dispose());
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_the_site_takes_away_stops_the_post_before_it_is_published()
    {
        var channel = await OpenAsync();
        var hidden = Post("See https://example.org/a") with { Facets = [new Facet(4, 21, FacetKind.Link, "javascript:alert(1)")] };

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await channel.PrepareAsync(hidden, Context(), Cancel));

        Assert.Contains("something else than what was approved", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await ShownAsync());
    }

    [Fact]
    public async Task Paragraphs_links_and_a_title_stand_as_they_were_written()
    {
        var channel = await OpenAsync();
        const string Text = "Flu clinic\n\nOpen at 9 & free.\nSee https://nhs.uk/flu today.\n\nBring a <friend>.";
        var post = Post(Text) with { Facets = [new Facet(Text.IndexOf("https", StringComparison.Ordinal), 18, FacetKind.Link, "https://nhs.uk/flu")] };

        var prepared = await channel.PrepareAsync(post, Context(), Cancel);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        var stored = Assert.Single(await ListAsync("posts?context=edit"));
        Assert.Equal("Flu clinic", stored.GetProperty("title").GetProperty("raw").GetString());
        Assert.Contains("Open at 9 &amp; free.<br>See <a href=\"https://nhs.uk/flu\">https://nhs.uk/flu</a> today.", stored.GetProperty("content").GetProperty("raw").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_stands_as_blocks_under_its_title()
    {
        var page = new Document { Title = "Read-round-up #5: A & B", Blocks = [new Heading("Praise"), new Quote("Staff were “kind”", "A visitor", "https://trust.example/q")] };
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post(DocumentRenderer.Render(page, DocumentFormat.PlainText)) with { Document = page }, Context(), Cancel);

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        var stored = Assert.Single(await ListAsync("posts?context=edit"));
        Assert.Equal("Read-round-up #5: A &amp; B", stored.GetProperty("title").GetProperty("rendered").GetString()!.Replace("#038;", "amp;", StringComparison.Ordinal));
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.WordPressBlocks).TrimEnd('\n'), stored.GetProperty("content").GetProperty("raw").GetString());
    }

    [Fact]
    public async Task A_user_who_may_not_publish_is_told_so()
    {
        using var channel = new WordPressChannel(
            "account",
            new WordPressOptions { Address = Site, User = "contributor", Credential = "env:PASSWORD" },
            new FixedCredentials(RealServer.Address("COMMS_TEST_WORDPRESS_CONTRIBUTOR", "wordpress")));
        var prepared = await channel.PrepareAsync(Post("Not mine to publish"), Context(), Cancel);

        Assert.IsNotType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        Assert.Empty(await ShownAsync());
    }

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new WordPressChannel("account", new WordPressOptions { Address = Site, User = "author", Credential = "env:PASSWORD" }, Credentials);
        opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    protected override async ValueTask<IReadOnlyList<ShownPost>> ShownAsync()
    {
        var shown = new List<ShownPost>();
        foreach (var post in await ListAsync("posts?context=edit&order=asc"))
        {
            var raw = post.GetProperty("content").GetProperty("raw").GetString()!;
            shown.Add(new ShownPost(
                WebUtility.HtmlDecode(Paragraph().Match(raw).Groups["words"].Value), [.. Alt().Matches(raw).Select(match => WebUtility.HtmlDecode(match.Groups["words"].Value))]));
        }

        return shown;
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string query) =>
        [.. (await admin.GetFromJsonAsync<JsonElement>($"{Site}/wp-json/wp/v2/{query}", Cancel)).EnumerateArray()];

    [GeneratedRegex("<p>(?<words>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("alt=\"(?<words>[^\"]*)\"")]
    private static partial Regex Alt();
}
