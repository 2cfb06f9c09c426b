using System.Text.Json;
using System.Xml.Linq;
using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class Feeds
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly Document Edition = new()
    {
        Title = "Our week",
        Series = "Maternity",
        Url = "https://trust.example/week/48",
        Publisher = "Communications",
        Blocks = [new Paragraph("Three thanked us."), new MessageCard("Thank you", At: new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)))],
    };

    [Fact]
    public void Rss_has_one_item_with_the_whole_document_and_the_time_of_its_latest_message()
    {
        var item = XDocument.Parse(DocumentRenderer.Render(Edition, DocumentFormat.Rss)).Descendants("item").Single();

        Assert.Equal(
            ("Our week", "https://trust.example/week/48", "Mon, 23 Nov 2026 08:00:00 GMT"),
            (item.Element("title")!.Value, item.Element("guid")!.Value, item.Element("pubDate")!.Value));
        Assert.Contains("<p>Three thanked us.</p>", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rss_says_in_words_what_comes_before_the_whole()
    {
        var item = XDocument.Parse(DocumentRenderer.Render(Edition with { Blocks = [new Paragraph("5 < 6 & thanks.")] }, DocumentFormat.Rss)).Descendants("item").Single();

        Assert.Equal("5 &lt; 6 &amp; thanks.", item.Element("description")!.Value);
        Assert.Equal(Content + "encoded", item.Element("description")!.ElementsAfterSelf().Single().Name);
    }

    [Fact]
    public void A_time_that_nobody_knows_is_none_that_a_validator_doubts()
    {
        var feed = XDocument.Parse(DocumentRenderer.Render(Edition with { Blocks = [] }, DocumentFormat.Atom));

        Assert.All(feed.Descendants(Atom + "updated"), updated => Assert.True(string.CompareOrdinal(updated.Value, "1990-01-01") > 0, $"{updated.Value} is implausible to the W3C's validator."));
    }

    [Fact]
    public void Atom_has_what_it_must_have()
    {
        var feed = XDocument.Parse(DocumentRenderer.Render(Edition, DocumentFormat.Atom)).Root!;

        Assert.All(["id", "title", "updated", "author"], name => Assert.NotEqual("", feed.Element(Atom + name)!.Value));
        Assert.NotEqual(feed.Element(Atom + "id")!.Value, feed.Element(Atom + "entry")!.Element(Atom + "id")!.Value);
        Assert.Equal("2026-11-23T09:00:00+01:00", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void Json_feed_says_it_as_html_and_in_words()
    {
        var feed = JsonElement.Parse(DocumentRenderer.Render(Edition, DocumentFormat.JsonFeed));
        var item = feed.GetProperty("items")[0];

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Contains("<blockquote>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain('<', item.GetProperty("content_text").GetString()!);
    }

    [Fact]
    public void A_document_without_an_address_has_a_name_of_its_own_that_stays()
    {
        var here = Edition with { Url = null };

        Assert.Equal(DocumentRenderer.Render(here, DocumentFormat.Rss), DocumentRenderer.Render(here with { }, DocumentFormat.Rss));
        Assert.Contains("urn:uuid:", DocumentRenderer.Render(here, DocumentFormat.Rss), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", DocumentRenderer.Render(here with { Url = "javascript:alert(1)" }, DocumentFormat.Rss), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_xml_cannot_say_leaves_a_feed_that_can_be_read()
    {
        foreach (var text in Hostile.Texts.Append("\uFFFE\uFFFF and \u0001"))
        {
            var document = Hostile.Everywhere(text, "https://towns.example/one");
            Assert.NotNull(XDocument.Parse(DocumentRenderer.Render(document, DocumentFormat.Rss)).Root);
            Assert.NotNull(XDocument.Parse(DocumentRenderer.Render(document, DocumentFormat.Atom)).Root);
        }
    }

    [Fact]
    public void Many_documents_are_the_items_of_one_feed_that_says_where_it_stands()
    {
        var feed = new DocumentFeed
        {
            Title = "Round-ups",
            Url = "https://trust.example/weeks",
            FeedUrl = "https://trust.example/weeks.xml",
            Items = [new DocumentFeedItem(Edition), new DocumentFeedItem(Edition with { Url = null, Publisher = "Maternity" }, "urn:example:47")],
        };
        var rss = XDocument.Parse(DocumentRenderer.Render(feed, DocumentFormat.Rss));
        Assert.Equal(["https://trust.example/week/48", "urn:example:47"], rss.Descendants("guid").Select(guid => guid.Value));
        Assert.Equal(["true", "false"], rss.Descendants("guid").Select(guid => guid.Attribute("isPermaLink")!.Value));
        Assert.Equal("https://trust.example/weeks.xml", rss.Descendants(Atom + "link").Single().Attribute("href")!.Value);

        var atom = XDocument.Parse(DocumentRenderer.Render(feed, DocumentFormat.Atom)).Root!;
        Assert.Equal(["Communications", "Maternity"], atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "author")!.Value));
        Assert.Equal(2, JsonElement.Parse(DocumentRenderer.Render(feed, DocumentFormat.JsonFeed)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void A_feed_without_an_address_keeps_its_name_while_its_items_change()
    {
        var feed = new DocumentFeed { Title = "Round-ups", Items = [] };
        Assert.Equal(IdOf(feed), IdOf(feed with { Items = [new DocumentFeedItem(Edition)] }));
        Assert.NotEqual(IdOf(feed), IdOf(feed with { Title = "Others" }));
    }

    private static string IdOf(DocumentFeed feed) => XDocument.Parse(DocumentRenderer.Render(feed, DocumentFormat.Atom)).Root!.Element(Atom + "id")!.Value;
}
