using System.Globalization;
using System.Net;
using System.Xml;

namespace Comms.Core.Documents.Rendering;

/// <summary>RSS 2.0 with the content module. Source: https://www.rssboard.org/rss-specification, read on 2026-11-28.</summary>
internal static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Render(FeedChannel feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        // A channel must have a link; one without an address has its name, which is an address of no place.
        xml.WriteElementString("link", feed.Url ?? feed.Id);
        xml.WriteElementString("description", feed.Author);
        xml.WriteElementString("language", feed.Language);
        if (feed.Self is { } self)
        {
            xml.WriteStartElement("atom", "link", Atom);
            xml.WriteAttributeString("href", self);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
        }

        foreach (var item in feed.Items)
        {
            Write(xml, item);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", item.Title);
        if (item.Url is { } url)
        {
            xml.WriteElementString("link", url);
        }

        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", item.Id == item.Url ? "true" : "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        if (item.At is { } at)
        {
            xml.WriteElementString("pubDate", at.ToString("R", CultureInfo.InvariantCulture));
        }

        // Readers that know no more than RSS show this, as HTML; the validator of the W3C wants it before the whole.
        xml.WriteElementString("description", WebUtility.HtmlEncode(item.Opening));
        xml.WriteElementString("content", "encoded", Content, item.Html);
        xml.WriteEndElement();
    }
}
