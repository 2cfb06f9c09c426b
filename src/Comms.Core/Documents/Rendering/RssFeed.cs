using System.Globalization;

namespace Comms.Core.Documents.Rendering;

/// <summary>RSS 2.0 with the content module. Source: https://www.rssboard.org/rss-specification, read on 2026-11-28.</summary>
internal static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    public static string Render(FeedItem item) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", item.Feed);
        // A channel must have a link; a document without an address has its name, which is an address of no place.
        xml.WriteElementString("link", item.Url ?? item.Id);
        xml.WriteElementString("description", item.Author);
        xml.WriteElementString("language", item.Language);
        xml.WriteStartElement("item");
        xml.WriteElementString("title", item.Title);
        if (item.Url is { } url)
        {
            xml.WriteElementString("link", url);
        }

        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", item.Url is null ? "false" : "true");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        if (item.At is { } at)
        {
            xml.WriteElementString("pubDate", at.ToString("R", CultureInfo.InvariantCulture));
        }

        xml.WriteElementString("content", "encoded", Content, item.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });
}
