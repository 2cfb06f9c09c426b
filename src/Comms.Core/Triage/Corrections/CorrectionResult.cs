namespace Comms.Core.Triage.Corrections;

/// <summary>What came of correcting, undoing or switching.</summary>
public abstract record CorrectionResult
{
    private CorrectionResult()
    {
    }

    /// <summary>It was kept, and triage goes by it from now on.</summary>
    /// <param name="Correction">The correction.</param>
    public sealed record Kept(Correction Correction) : CorrectionResult;

    /// <summary>It stands already: nothing was changed.</summary>
    /// <param name="Correction">The correction that says so.</param>
    public sealed record Existing(Correction Correction) : CorrectionResult;

    /// <summary>Learning is now on or off.</summary>
    /// <param name="On">Whether later messages are judged by what was learnt.</param>
    public sealed record Switched(bool On) : CorrectionResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : CorrectionResult;
}
