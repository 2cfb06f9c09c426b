namespace Comms.Core.RoundUps.Feeds;

/// <summary>A moderator's decision about one message.</summary>
public sealed record FeedDecision
{
    /// <summary>What is decided.</summary>
    public required FeedVerdict Verdict { get; init; }

    /// <summary>Why; not blank. Kept with the decision and in the audit: no personal data belongs in it.</summary>
    public required string Why { get; init; }

    /// <summary>Show it with every name and all other personal data in its words masked, and without its author's
    /// name. Its address is public, and shown all the same. Default: false.</summary>
    public bool Masked { get; init; }

    /// <summary>
    /// How the persons named agreed to be, as <c>asked by direct message on 3 March</c>; null when nobody asked them. With it
    /// the names in the words and a private author's are shown; numbers and addresses are masked all the same.
    /// </summary>
    public string? Consent { get; init; }

    /// <summary>The moderator knows that a patient can be told from it, whether or not a name was found. Once said, it stays said. Default: false.</summary>
    public bool NamesPatient { get; init; }

    /// <exception cref="ArgumentException">It has no reason, or no such verdict.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Why);
        if (!Enum.IsDefined(Verdict))
        {
            throw new ArgumentOutOfRangeException(nameof(Verdict), Verdict, "Not a verdict.");
        }
    }
}
