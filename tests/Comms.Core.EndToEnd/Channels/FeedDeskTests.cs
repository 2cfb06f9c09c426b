using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The desk hears a feed, whatever becomes of the feed.</summary>
public sealed class FeedDeskTests : IDisposable
{
    private readonly DeskProgram desk = new();
    private readonly PageServer server = new();

    public FeedDeskTests() =>
        desk.Write("comms.json", $$"""{ "sources": [ { "feed": "{{server.Address}}/feed.rss", "kind": "press" } ] }""");

    public void Dispose()
    {
        server.Dispose();
        desk.Dispose();
    }

    [Fact]
    public async Task Items_are_heard_once_and_triaged_and_a_broken_end_is_set_aside()
    {
        server.Show = _ => new PageAnswer("<rss><channel><item><guid>1</guid><title>Anger over waiting times at the hospital</title></item><item><guid>2") { ETag = "\"1\"" };

        var first = (await desk.RunAsync("run", "--until-idle")).Ended(1);
        var second = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("1 heard, 1 triaged", first.Errors, StringComparison.Ordinal);
        Assert.Contains("1 set aside", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", second.Errors);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_told()
    {
        Assert.Contains("127.0.0.1: the server answered 404", (await desk.RunAsync("run", "--until-idle")).Ended(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_to_another_machine_is_refused()
    {
        desk.Write("comms.json", """{ "sources": [ { "feed": "http://paper.example/feed.rss" } ] }""");

        Assert.Contains("this machine only", (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
