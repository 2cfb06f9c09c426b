using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>A message as the feed's moderators see it. Immutable; each decision gives a new one.</summary>
public sealed class FeedEntry
{
    internal FeedEntry(string id, TriagedMessage? message, FeedRecord body)
    {
        Id = id;
        Message = message;
        Body = body;
    }

    /// <summary>The message's id.</summary>
    public string Id { get; }

    /// <summary>The message; null when its words are gone.</summary>
    public TriagedMessage? Message { get; }

    /// <summary>Where it stands.</summary>
    public FeedState State => Body.State;

    /// <summary>Everything that was decided, first to last. Says nothing of earlier words once they have changed, but stays.</summary>
    public IReadOnlyList<FeedAct> Acts => Body.Acts;

    /// <summary>Whether names and all other personal data in its words are masked.</summary>
    public bool Masked => Body.Masked;

    /// <summary>How the persons named agreed; null when nobody asked.</summary>
    public string? Consent => Body.Consent;

    /// <summary>Whether a moderator said that a patient can be told from it.</summary>
    public bool NamesPatient => Body.NamesPatient;

    /// <summary>Who approved it first, while a second person must agree; null when nobody need, or nobody has yet.</summary>
    public string? FirstOfTwo => Body.FirstOfTwo;

    internal FeedRecord Body { get; }

    /// <summary>As the record says; pending where nobody decided of these words, withdrawn where there are none any more.</summary>
    internal static FeedEntry Of(string id, TriagedMessage? message, FeedRecord? body) =>
        new(id, message, message is null ? (body ?? FeedRecord.New).Gone() : (body ?? FeedRecord.New).For(message));
}
