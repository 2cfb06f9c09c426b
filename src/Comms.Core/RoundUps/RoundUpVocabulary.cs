namespace Comms.Core.RoundUps;

/// <summary>Which kinds and flags of a policy's open vocabulary mean what to a round-up. All are compared ordinally.</summary>
public sealed record RoundUpVocabulary
{
    /// <summary>Kinds that are praise. Default: <c>compliment</c>.</summary>
    public IReadOnlySet<string> Praise { get; init; } = new HashSet<string> { "compliment" };

    /// <summary>Kinds that wait for an answer, however calm they sound.</summary>
    public IReadOnlySet<string> NeedsReply { get; init; } = new HashSet<string>
    {
        "complaint", "concern", "question", "foi", "subject-access", "media", "elected", "candidate", "consultation",
    };

    /// <summary>Flags whose messages are not quoted before a person has looked. Default: <c>bereavement</c>.</summary>
    public IReadOnlySet<string> HeldBack { get; init; } = new HashSet<string> { "bereavement" };

    /// <summary>Flags of danger to someone, which a briefing never leaves to chance.</summary>
    public IReadOnlySet<string> Safety { get; init; } = new HashSet<string>
    {
        "clinical-emergency", "deteriorating-inpatient", "patient-safety", "safeguarding-adult", "safeguarding-child", "self-harm", "threat",
    };

    /// <summary>Kinds and flags of the press. Default: <c>media</c>.</summary>
    public IReadOnlySet<string> Press { get; init; } = new HashSet<string> { "media" };

    /// <summary>Kinds that are complaints. Default: <c>complaint</c>.</summary>
    public IReadOnlySet<string> Complaints { get; init; } = new HashSet<string> { "complaint" };

    /// <summary>Themes that name no subject: nobody is asked about them. Default: <c>Not assigned</c>.</summary>
    public IReadOnlySet<string> NoSubject { get; init; } = new HashSet<string> { "Not assigned" };
}
