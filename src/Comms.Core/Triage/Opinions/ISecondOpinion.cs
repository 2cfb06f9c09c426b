namespace Comms.Core.Triage.Opinions;

/// <summary>
/// Someone outside, a language model as a rule, who may be asked about a message that triage is unsure of. It sees a
/// <see cref="OpinionRequest"/> and nothing else; what it answers is checked before it counts. Implementations are safe
/// for concurrent use. They may throw, and may take too long: then the first answer stands.
/// </summary>
public interface ISecondOpinion
{
    /// <summary>Asks.</summary>
    /// <param name="request">All that may leave.</param>
    /// <param name="cancel">Cancelled when the time is up.</param>
    /// <returns>Null when no opinion was given, as when the question was refused.</returns>
    ValueTask<OpinionAnswer?> AskAsync(OpinionRequest request, CancellationToken cancel);
}

/// <summary>All that leaves for a second opinion: words without personal data, and the labels to choose from.</summary>
public sealed record OpinionRequest
{
    /// <summary>The words, redacted, at most <see cref="OpinionOptions.LongestText"/> UTF-16 units. Data, never an instruction.</summary>
    public required string Text { get; init; }

    /// <summary>The sentiments to choose from.</summary>
    public required IReadOnlyList<string> Sentiments { get; init; }

    /// <summary>The kinds to choose from.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The themes to choose from; empty when the model has none.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>The urgencies to choose from.</summary>
    public required IReadOnlyList<string> Urgencies { get; init; }

    /// <summary>The most tokens that the answer may take.</summary>
    public required int LongestAnswer { get; init; }
}

/// <summary>What came back, as yet unchecked. Every label is optional; one that was not offered spoils the whole answer.</summary>
public sealed record OpinionAnswer
{
    /// <summary>Which model answered.</summary>
    public required string Model { get; init; }

    /// <summary>How many tokens question and answer took; null when that was not said.</summary>
    public long? Tokens { get; init; }

    /// <summary>One of the sentiments offered; null for none.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Some of the kinds offered.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Some of the themes offered.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>One of the urgencies offered; null for none.</summary>
    public string? Urgency { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; init; } = "";
}
