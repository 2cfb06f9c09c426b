namespace Comms.Core.Listening.Topics;

/// <summary>
/// An active thread near the team's topics in which nobody of the team has spoken yet, with what speaks for joining. A person
/// decides: nothing is sent of itself.
/// </summary>
public sealed record OpenConversation
{
    internal OpenConversation()
    {
    }

    /// <summary>The topics it touches, by name; may be empty where a hashtag near one does.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>
    /// Its hashtags that are near a topic: at least three people used them together with it in these days, and at least half of
    /// those who used them at all.
    /// </summary>
    public required IReadOnlyList<string> NearHashtags { get; init; }

    /// <summary>Its messages, in the order they were written: those of the days looked at.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>How many people speak in it.</summary>
    public required int Voices { get; init; }

    /// <summary>When the first of its messages was written.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the last was.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>Whether someone asks something that nobody in it has answered.</summary>
    public required bool Asks { get; init; }

    /// <summary>Whether a message of it is a case already: whoever owns it answers there.</summary>
    public required bool InCase { get; init; }

    /// <summary>Where to join: its last message that has an address.</summary>
    public required string Url { get; init; }

    /// <summary>The first words of that message, without personal data.</summary>
    public required string Says { get; init; }
}
