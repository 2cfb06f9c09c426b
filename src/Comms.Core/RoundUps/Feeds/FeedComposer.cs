using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>Makes the page of approved messages. Knows of no others.</summary>
internal static class FeedComposer
{
    private const string PrivatePerson = "public";

    public static FeedPage Compose(FeedRequest request, IReadOnlyList<(TriagedMessage Message, FeedRecord Terms)> approved)
    {
        var clock = new ZoneClock(request.Zone);
        (TriagedMessage Message, MessageCard Card)[] cards = [.. approved.Select(shown => (shown.Message, Card(shown.Message, shown.Terms, clock)))];
        var document = new Document
        {
            Title = request.Title,
            Language = request.Language,
            Url = request.Url,
            Publisher = request.Publisher,
            Blocks = cards.Length == 0 ? [new Paragraph("Nothing is shown here yet.")] : [.. cards.Select(shown => shown.Card)],
        };
        return new FeedPage(document, new DocumentFeed
        {
            Title = request.Title,
            Language = request.Language,
            Url = request.Url,
            FeedUrl = request.FeedUrl,
            Publisher = request.Publisher,
            Items = [.. cards.Select(shown => new DocumentFeedItem(Item(shown.Message, shown.Card), shown.Card.Url ?? "urn:comms:message:" + shown.Message.MessageId))],
        });
    }

    /// <summary>How a message was judged is for those who work with it, and stays out.</summary>
    private static MessageCard Card(TriagedMessage message, FeedRecord terms, ZoneClock clock) => new(
        Redaction.Apply(message.Text, message.Findings.PersonalData, 0, message.Text.Length, withNames: !terms.Masked && terms.Consent is not null),
        IsNamed(message, terms) ? Name(message.Author!) : null,
        message.Url,
        clock.Show(message.At))
    {
        Source = message.Source,
    };

    /// <summary>Organisations, the press and elected members speak as such; a private person is named who agreed.</summary>
    private static bool IsNamed(TriagedMessage message, FeedRecord terms) =>
        message.Author is { } author && !terms.Masked && (author.Kind != PrivatePerson || terms.Consent is not null);

    /// <summary>The name alone: a handle may be an e-mail address. An account stands where there is no name.</summary>
    private static string? Name(Author author) => author.Name ?? (author.Handle.StartsWith('@') ? author.Handle : null);

    private static Document Item(TriagedMessage message, MessageCard card) => new()
    {
        Title = FirstLine.Of(card.Text),
        Language = message.Findings.Language,
        Url = card.Url,
        At = card.At,
        Publisher = card.Author ?? message.Source,
        Blocks = [card],
    };
}
