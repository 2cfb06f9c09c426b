namespace Comms.Core.Listening.Topics;

/// <summary>What is kept of a message of the days looked at: none of its words.</summary>
internal sealed record HeardNode(
    string Id, string Source, string Item, string? Answers, int Voice, DateTimeOffset At, string? Url, bool Asks, int[] Topics, IReadOnlyList<string> Hashtags);
