namespace Comms.Core.Documents.Rendering;

/// <summary>Atom, RFC 4287.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Render(FeedItem item) => FeedXml.Write(xml =>
    {
        // Atom must tell when a thing last changed; where nobody knows it, the beginning of computers' time says so.
        var updated = Phrases.Exact(item.At ?? DateTimeOffset.UnixEpoch);
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, item.Language);
        xml.WriteElementString("id", Atom, item.Id + (item.Url is null ? "" : "#feed"));
        xml.WriteElementString("title", Atom, item.Feed);
        xml.WriteElementString("updated", Atom, updated);
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, item.Author);
        xml.WriteEndElement();
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Title);
        xml.WriteElementString("updated", Atom, updated);
        if (item.Url is { } url)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("href", url);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(item.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });
}
