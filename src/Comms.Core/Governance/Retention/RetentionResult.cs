namespace Comms.Core.Governance.Retention;

/// <summary>What came of a retention run.</summary>
public abstract record RetentionResult
{
    private RetentionResult()
    {
    }

    /// <summary>It ran to its end, or said what it would do.</summary>
    /// <param name="Report">What was erased and kept.</param>
    public sealed record Ran(RetentionReport Report) : RetentionResult;

    /// <summary>It was refused; nothing was read or changed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : RetentionResult;
}
