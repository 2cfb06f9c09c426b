namespace Comms.Core.Authoring;

/// <summary>Whether a text fits a channel.</summary>
public abstract record FitResult
{
    private FitResult()
    {
    }

    /// <summary>It fits, whole or as a thread.</summary>
    /// <param name="Parts">The texts of the parts, in order; one when it fits whole.</param>
    public sealed record Fits(IReadOnlyList<string> Parts) : FitResult;

    /// <summary>It does not fit, and nothing was cut.</summary>
    /// <param name="Reason">What is too long and where, in words.</param>
    /// <param name="Excess">By how much, in the channel's unit.</param>
    public sealed record TooLong(string Reason, int Excess) : FitResult;
}
