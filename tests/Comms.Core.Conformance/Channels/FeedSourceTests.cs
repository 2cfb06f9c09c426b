using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.Feeds;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class FeedSourceTests : SourceConformance, IDisposable
{
    private readonly PageServer server = new();
    private readonly List<FeedSource> opened = [];

    public FeedSourceTests() => ShowFeed(120, "\"one\"");

    public void Dispose()
    {
        opened.ForEach(source => source.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_asked_for_and_not_sent()
    {
        var end = await EndAsync(SourceCursor.Start);

        Assert.Empty(await (await OpenAsync()).ReadAsync(end, Cancel).ToListAsync(Cancel));

        Assert.Equal("\"one\"", server.Asked[^1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_server_without_validators_is_known_by_what_it_sends()
    {
        ShowFeed(3, etag: null);
        var end = await EndAsync(SourceCursor.Start);

        Assert.Empty(await (await OpenAsync()).ReadAsync(end, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_feed_that_changed_is_read_whole_for_what_was_changed_in_it()
    {
        ShowFeed(3, "\"one\"");
        var end = await EndAsync(SourceCursor.Start);
        ShowFeed(4, "\"two\"");

        var again = await (await OpenAsync()).ReadAsync(end, Cancel).SelectMany(page => page.Events).OfType<SourceEvent.Posted>().ToListAsync(Cancel);

        Assert.Equal(["item-1", "item-2", "item-3", "item-4"], again.Select(posted => posted.Item.Id));
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_is_given_it()
    {
        server.Show = _ => new PageAnswer("") { Status = 429, RetryAfter = "600" };

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await EndAsync(SourceCursor.Start));

        Assert.Equal(TimeSpan.FromMinutes(10), fault.RetryAfter);
    }

    protected override ValueTask<IMessageSource> OpenAsync()
    {
        var source = new FeedSource("paper", new FeedOptions { Address = server.Address + "/feed.rss", Kind = "press" });
        opened.Add(source);
        return ValueTask.FromResult<IMessageSource>(source);
    }

    private async Task<SourceCursor> EndAsync(SourceCursor from) => (await (await OpenAsync()).ReadAsync(from, Cancel).LastAsync(Cancel)).Next;

    /// <summary>The newest item first, as feeds have it.</summary>
    private void ShowFeed(int items, string? etag)
    {
        var all = string.Concat(Enumerable.Range(1, items).Reverse().Select(n => string.Create(
            CultureInfo.InvariantCulture, $"<item><guid>item-{n}</guid><title>Ward {n} opens</title><pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate></item>")));
        server.Show = _ => new PageAnswer($"<rss version=\"2.0\"><channel><title>Paper</title>{all}</channel></rss>") { ETag = etag };
    }
}
