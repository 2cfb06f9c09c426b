namespace Comms.Core.Planning;

/// <summary>How far a team is in conversation with its public. The scale and its thresholds are ours: no published standard was found.</summary>
public enum ConversationStage
{
    /// <summary>It speaks.</summary>
    Broadcast,

    /// <summary>It answers some of those who speak to it.</summary>
    Reactive,

    /// <summary>It answers most of them, soon, and joins conversations of others.</summary>
    Conversational,

    /// <summary>It makes things together with its public.</summary>
    Collaborative,
}
