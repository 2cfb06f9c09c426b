namespace Comms.Core.Listening.Topics;

/// <summary>A subject that the team watches for.</summary>
public sealed record Topic
{
    /// <summary>What the team calls it, as <c>Flu jabs</c>; not blank.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The hashtags (<c>#FluJab</c>) and phrases (<c>flu jab</c>) that mean it; at least one. They are found in any case, as
    /// whole words, whatever space or apostrophe is between and in them. A hashtag is not found by its words, nor words by it.
    /// </summary>
    public required IReadOnlyList<string> Phrases { get; init; }
}
