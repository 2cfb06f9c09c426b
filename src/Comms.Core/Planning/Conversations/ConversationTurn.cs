namespace Comms.Core.Planning.Conversations;

/// <summary>Someone asked, and the team answered or did not.</summary>
/// <param name="Asked">When it came to the team.</param>
/// <param name="Answered">When the team first answered or acknowledged it; null when it did not.</param>
public readonly record struct ConversationTurn(DateTimeOffset Asked, DateTimeOffset? Answered);
