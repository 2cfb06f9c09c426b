namespace Comms.Core.RoundUps;

/// <summary>Which kinds and flags of a policy's open vocabulary mean what to a round-up. All are compared ordinally.</summary>
public sealed record RoundUpVocabulary
{
    /// <summary>Kinds that are praise. Default: <c>compliment</c>.</summary>
    public IReadOnlySet<string> Praise { get; init; } = new HashSet<string> { "compliment" };

    /// <summary>Kinds that wait for an answer, however calm they sound.</summary>
    public IReadOnlySet<string> NeedsReply { get; init; } = new HashSet<string>
    {
        "complaint", "concern", "question", "foi-request", "subject-access", "media-enquiry", "elected-member-enquiry",
    };

    /// <summary>Flags whose messages are not quoted before a person has looked. Default: <c>bereavement</c>.</summary>
    public IReadOnlySet<string> HeldBack { get; init; } = new HashSet<string> { "bereavement" };
}
