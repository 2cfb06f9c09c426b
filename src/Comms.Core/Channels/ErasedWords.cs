namespace Comms.Core.Channels;

/// <summary>What stands in the place of words that were removed at a person's request.</summary>
internal static class ErasedWords
{
    public const string Mark = "[removed at a person's request]";

    /// <summary>A rendition that says nothing any more. It no longer has the hash that was approved: whoever keeps it says so.</summary>
    public static Rendition Of(Rendition rendition) => rendition with
    {
        Text = Mark,
        Facets = [],
        Media = [.. rendition.Media.Select(media => media with { Alt = Mark })],
        InReplyTo = null,
        AnswerTo = null,
        Reshares = null,
        Original = null,
        Warning = null,
        Card = null,
        Document = null,
    };

    /// <summary>Whether renditions say nothing any more: no others may differ from what was approved.</summary>
    public static bool Are(IEnumerable<Rendition> renditions) => renditions.All(rendition => rendition.Text == Mark && rendition is { InReplyTo: null, AnswerTo: null, Reshares: null, Original: null, Warning: null, Card: null, Document: null });

    public static IReadOnlyList<Rendition> Of(IEnumerable<Rendition> renditions) => [.. renditions.Select(Of)];
}
