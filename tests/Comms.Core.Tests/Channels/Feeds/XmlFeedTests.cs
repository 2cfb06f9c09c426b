using System.Text;
using Comms.Core.Channels.Feeds;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Channels.Feeds;

public class XmlFeedTests
{
    [Fact]
    public void An_item_of_rss_comes_with_all_it_tells()
    {
        var item = Assert.IsType<FeedEntry.Item>(Assert.Single(Read("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <item><guid isPermaLink="false">7</guid><title>Ward &amp; clinic</title><link>https://paper.example/7</link><author>desk@paper.example</author>
            <description>Short</description><content:encoded><![CDATA[<p>The new ward<br>opens.</p><script>alert(1)</script>]]></content:encoded>
            <pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate></item></channel></rss>
            """)));

        Assert.Equal(
            new FeedEntry.Item("7", "Ward & clinic", "The new ward\nopens.", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), null, "https://paper.example/7"),
            item with { Author = null });
    }

    [Fact]
    public void An_entry_of_atom_comes_with_all_it_tells()
    {
        var item = Assert.IsType<FeedEntry.Item>(Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
            <entry><id>urn:1</id><title type="html">&lt;b&gt;Ward&lt;/b&gt; opens</title><link rel="alternate" href="https://paper.example/1"/>
            <author><name>Ann Jones</name></author><content type="html">&lt;p&gt;It is open.&lt;/p&gt;</content><updated>2026-11-23T09:00:00Z</updated></entry></feed>
            """)));

        Assert.Equal(new FeedEntry.Item("urn:1", "Ward opens", "It is open.", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), "Ann Jones", "https://paper.example/1"), item);
    }

    [Fact]
    public void The_old_rss_of_namespaces_is_read_too()
    {
        var item = Assert.IsType<FeedEntry.Item>(Assert.Single(Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <item><title>Ward opens</title><link>https://paper.example/1</link><description>It is open.</description><dc:date>2026-11-23T09:00:00Z</dc:date></item></rdf:RDF>
            """)));

        Assert.Equal(("https://paper.example/1", "It is open.", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), (item.Id, item.Words, item.At));
    }

    [Fact]
    public void Where_the_xml_breaks_off_what_stood_before_stays()
    {
        var entries = Read("<rss><channel>\n<item><guid>1</guid><title>Whole</title></item>\n<item><guid>2</guid><title>Half");

        Assert.Equal("1", Assert.IsType<FeedEntry.Item>(entries[0]).Id);
        var broken = Assert.IsType<FeedEntry.Broken>(entries[1]);
        Assert.Equal("line 3", broken.Where);
        Assert.StartsWith("the feed breaks off", broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_says_nothing_is_named_and_leaves_the_others()
    {
        var entries = Read("<rss><channel><item><guid>1</guid></item><item><guid>2</guid><title>Whole</title></item></channel></rss>");

        Assert.Equal(("item 1", "it has no words"), (Assert.IsType<FeedEntry.Broken>(entries[0]).Where, ((FeedEntry.Broken)entries[0]).Reason));
        Assert.IsType<FeedEntry.Item>(entries[1]);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31/11/2026")]
    [InlineData("")]
    public void A_date_in_a_form_of_its_own_is_no_date_and_no_fault(string date) =>
        Assert.Null(Assert.IsType<FeedEntry.Item>(Assert.Single(Read($"<rss><channel><item><title>T</title><pubDate>{date}</pubDate></item></channel></rss>"))).At);

    [Fact]
    public void No_entity_is_expanded_and_no_file_is_read()
    {
        var entries = Read("""
            <!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>&file;&lol;</title></item></channel></rss>
            """);

        Assert.IsType<FeedEntry.Broken>(Assert.Single(entries));
    }

    [Theory]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("<p>unclosed")]
    [InlineData("plain words")]
    [InlineData("")]
    public void What_is_no_feed_says_so(string page) => Assert.Contains("no feed", Assert.IsType<FeedEntry.Broken>(Assert.Single(Read(page))).Reason, StringComparison.Ordinal);

    [Fact]
    public void However_broken_it_is_it_never_throws()
    {
        const string Whole = "<rss><channel><item><guid>1</guid><title>a &amp; b</title><pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate></item></channel></rss>";
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Char["<>&\"'x\0 "]).Sample((at, instead) => _ = Read(Whole[..at] + instead + Whole[(at + 1)..]));
    }

    [Fact]
    public void What_is_nested_too_deeply_to_be_meant_is_left_out_from_there_on()
    {
        var deep = string.Concat(Enumerable.Repeat("&lt;div&gt;", 50_000));

        Assert.Equal("first", Assert.IsType<FeedEntry.Item>(Assert.Single(Read($"<rss><channel><item><description>first{deep}last</description></item></channel></rss>"))).Words);
    }

    private static List<FeedEntry> Read(string xml) => [.. XmlFeed.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)))];
}
