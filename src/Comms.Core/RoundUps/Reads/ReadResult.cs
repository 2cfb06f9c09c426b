namespace Comms.Core.RoundUps.Reads;

/// <summary>What came of a step with a read-round-up.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>It was done, and is in the audit.</summary>
    /// <param name="Edition">The edition as it stands; as it stood, where it was rejected.</param>
    public sealed record Done(ReadRoundUp Edition) : ReadResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ReadResult;
}
