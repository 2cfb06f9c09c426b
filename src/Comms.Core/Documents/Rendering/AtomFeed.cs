using System.Xml;

namespace Comms.Core.Documents.Rendering;

/// <summary>Atom, RFC 4287.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Render(FeedChannel feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", Atom, feed.Id);
        xml.WriteElementString("title", Atom, feed.Title);
        xml.WriteElementString("updated", Atom, Updated(feed.At));
        WriteAuthor(xml, feed.Author);
        if (feed.Self is { } self)
        {
            WriteLink(xml, "self", self);
        }

        foreach (var item in feed.Items)
        {
            Write(xml, item, feed.Author);
        }

        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, FeedItem item, string publisher)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Title);
        xml.WriteElementString("updated", Atom, Updated(item.At));
        if (item.Author != publisher)
        {
            WriteAuthor(xml, item.Author);
        }

        if (item.Url is { } url)
        {
            WriteLink(xml, "alternate", url);
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(item.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string url)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    /// <summary>
    /// Atom must tell when a thing last changed; where nobody knows it, the month of RFC 4287 stands for that: the validator of the
    /// W3C holds times before 1990 for mistakes.
    /// </summary>
    private static string Updated(DateTimeOffset? at) => Phrases.Exact(at ?? new DateTimeOffset(2005, 12, 1, 0, 0, 0, TimeSpan.Zero));
}
