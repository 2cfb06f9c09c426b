namespace Comms.Core.RoundUps;

/// <summary>What came of composing.</summary>
public abstract record RoundUpResult
{
    private RoundUpResult()
    {
    }

    /// <summary>There is an edition.</summary>
    /// <param name="Edition">The edition, proved.</param>
    public sealed record Composed(Edition Edition) : RoundUpResult;

    /// <summary>There is nothing to tell, and nothing is sent.</summary>
    /// <param name="Reason">Why, in words for the team.</param>
    public sealed record Nothing(string Reason) : RoundUpResult;
}
