namespace Comms.Core.Triage.Corrections;

/// <summary>What a person says of a message that triage judged otherwise.</summary>
public sealed record NewCorrection
{
    /// <summary>The message's id, as <see cref="TriagedMessage.MessageId"/> gives it.</summary>
    public required string MessageId { get; init; }

    /// <summary>What is corrected.</summary>
    public required Heading Heading { get; init; }

    /// <summary>
    /// The team's id, the theme, the kind or the sentiment. A theme may be one that no model knows, of at most 80
    /// characters: from then on it is known.
    /// </summary>
    public required string Label { get; init; }

    /// <summary>Whether the label holds; false takes a theme or a kind away. Default: true.</summary>
    public bool Holds { get; init; } = true;
}
