using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Comms.Core.Channels.Html;

namespace Comms.Core.Channels.Feeds;

/// <summary>
/// Reads RSS 0.9 to 2.0 and Atom, item by item: where the XML breaks off, what stands before stays, and an item that cannot
/// be read leaves the others. No entity is expanded and nothing is fetched.
/// </summary>
internal static class XmlFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Rss1 = "http://purl.org/rss/1.0/";
    private static readonly XName DublinDate = XName.Get("date", "http://purl.org/dc/elements/1.1/");

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static IEnumerable<FeedEntry> Read(Stream bytes)
    {
        using var reader = XmlReader.Create(bytes, Settings);
        if (NoFeed(reader) is { } fault)
        {
            yield return fault;
            yield break;
        }

        for (var number = 1; ; number++)
        {
            var (entry, goesOn) = Next(reader, number);
            if (entry is not null)
            {
                yield return entry;
            }

            if (!goesOn)
            {
                yield break;
            }
        }
    }

    private static FeedEntry.Broken? NoFeed(XmlReader reader)
    {
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element && (reader.LocalName is "rss" or "RDF" || (reader.LocalName, reader.NamespaceURI) == ("feed", Atom))
                ? null
                : new FeedEntry.Broken("line 1", "it is XML and no feed", "");
        }
        catch (XmlException fault)
        {
            return new FeedEntry.Broken("line 1", $"it is no feed: {fault.Message}", "");
        }
    }

    private static (FeedEntry? Entry, bool GoesOn) Next(XmlReader reader, int number)
    {
        try
        {
            while (!IsItem(reader))
            {
                if (!reader.Read())
                {
                    return (null, false);
                }
            }

            return (Entry((XElement)XNode.ReadFrom(reader), number), true);
        }
        catch (XmlException fault)
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            return (new FeedEntry.Broken(string.Create(CultureInfo.InvariantCulture, $"line {line}"), $"the feed breaks off: {fault.Message}", ""), false);
        }
    }

    private static bool IsItem(XmlReader reader) =>
        reader.NodeType == XmlNodeType.Element && (reader.LocalName, reader.NamespaceURI) is ("item", "" or Rss1) or ("entry", Atom);

    private static FeedEntry Entry(XElement element, int number)
    {
        try
        {
            return element.Name.NamespaceName == Atom ? OfAtom(element) : OfRss(element);
        }
        catch (Exception fault) when (fault is XmlException or FormatException or UriFormatException or ArgumentException)
        {
            return FeedEntry.Broken.OfItem(number, fault.Message, element.ToString(SaveOptions.DisableFormatting));
        }
    }

    /// <summary>Written out and read again: a reader over the tree takes white space for words, at which the formatter stops.</summary>
    private static XmlReader Reader(XElement element) => XmlReader.Create(new StringReader(element.ToString(SaveOptions.DisableFormatting)), Settings);

    private static FeedEntry.Item OfAtom(XElement element)
    {
        var formatter = new Atom10ItemFormatter();
        using var reader = Reader(element);
        formatter.ReadFrom(reader);
        var item = formatter.Item;
        var published = Known(() => item.PublishDate);
        return Of(item, item.Id, Body(item), published ?? Known(() => item.LastUpdatedTime));
    }

    private static FeedEntry.Item OfRss(XElement element)
    {
        // RSS 1.0 has the same elements in a namespace of its own, and its date in another.
        var plain = new XElement("item", element.Elements().Select(child => child.Name.NamespaceName == Rss1 ? new XElement(child.Name.LocalName, child.Value) : child));
        var formatter = new Rss20ItemFormatter();
        using var reader = Reader(plain);
        formatter.ReadFrom(reader);
        var item = formatter.Item;
        var encoded = plain.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))?.Value;
        var at = Known(() => item.PublishDate) ?? Known(() => DateTimeOffset.Parse(plain.Element(DublinDate)?.Value ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        return Of(item, item.Id, encoded is null ? Body(item) : HtmlWords.Of(encoded), at);
    }

    private static FeedEntry.Item Of(SyndicationItem item, string? id, string words, DateTimeOffset? at)
    {
        var url = item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate")?.Uri;
        var title = Words(item.Title) ?? "";
        return title.Length + words.Length == 0
            ? throw new FormatException("it has no words")
            : new FeedEntry.Item(FeedIds.Of(id, url?.ToString(), title, words), title, words, at, item.Authors.FirstOrDefault()?.Name, url is { IsAbsoluteUri: true } ? url.ToString() : null);
    }

    /// <summary>The formatter takes a description now for the one and now for the other.</summary>
    private static string Body(SyndicationItem item) => Words(item.Content) ?? Words(item.Summary) ?? "";

    private static string? Words(SyndicationContent? content) => content is TextSyndicationContent { Text: { } text } ? HtmlWords.Of(text) : null;

    /// <summary>A date that is missing is none, and so is one in a form of the feed's own.</summary>
    private static DateTimeOffset? Known(Func<DateTimeOffset> date)
    {
        try
        {
            return date() is var at && at.Year > 1 ? at : null;
        }
        catch (Exception fault) when (fault is XmlException or FormatException)
        {
            return null;
        }
    }
}
