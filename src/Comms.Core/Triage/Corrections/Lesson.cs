namespace Comms.Core.Triage.Corrections;

/// <summary>A label under its heading.</summary>
internal readonly record struct LocalName(Heading Heading, string Label);

/// <summary>A text and what is known of it under one heading.</summary>
/// <param name="Correction">What a person said.</param>
/// <param name="Features">Of the corrected message.</param>
/// <param name="Beside">Of messages without the label, each.</param>
internal sealed record Lesson(Correction Correction, ulong[] Features, IReadOnlyList<ulong[]> Beside)
{
    private static readonly string[] Sentiments = ["negative", "neutral", "positive"];

    public LocalName Name => new(Correction.Heading, Correction.Label);

    /// <summary>Every label that the lesson speaks of.</summary>
    public IEnumerable<LocalName> Names => Others.Prepend(Name);

    /// <summary>Labels that cannot hold when this one does.</summary>
    public IEnumerable<LocalName> Others => Correction.Heading switch
    {
        Heading.Sentiment => Sentiments.Where(label => label != Correction.Label).Select(label => new LocalName(Heading.Sentiment, label)),
        Heading.Team when Correction.Was is { } was && was != Correction.Label => [new LocalName(Heading.Team, was)],
        _ => [],
    };
}
