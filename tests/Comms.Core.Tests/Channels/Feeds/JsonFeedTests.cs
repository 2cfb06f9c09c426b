using System.Text;
using Comms.Core.Channels.Feeds;
using Xunit;

namespace Comms.Core.Tests.Channels.Feeds;

public class JsonFeedTests
{
    [Fact]
    public void An_item_comes_with_all_it_tells()
    {
        var item = Assert.Single(Read("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [
              { "id": 7, "url": "https://paper.example/7", "title": "Ward opens", "content_html": "<p>It is open.</p>", "date_published": "2026-11-23T09:00:00Z", "authors": [ { "name": "Ann Jones" } ] } ] }
            """));

        Assert.Equal(new FeedEntry.Item("7", "Ward opens", "It is open.", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), "Ann Jones", "https://paper.example/7"), item);
    }

    [Theory]
    [InlineData("{", "the feed is no JSON")]
    [InlineData("{}", "it is JSON and no feed: it has no list of items")]
    [InlineData("""{"items":[{"id":"1"}]}""", "it has no words")]
    [InlineData("""{"items":[7]}""", "it has no words")]
    public void What_cannot_be_read_is_named(string json, string reason) => Assert.Equal(reason, Assert.IsType<FeedEntry.Broken>(Assert.Single(Read(json))).Reason);

    private static List<FeedEntry> Read(string json) => [.. JsonFeed.Read(Encoding.UTF8.GetBytes(json))];
}
