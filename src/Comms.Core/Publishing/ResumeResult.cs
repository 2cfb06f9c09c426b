namespace Comms.Core.Publishing;

/// <summary>What became of the wish to end a hold.</summary>
public abstract record ResumeResult
{
    private ResumeResult()
    {
    }

    /// <summary>The hold is over.</summary>
    /// <param name="Moved">How many deliveries were moved or set aside for review.</param>
    public sealed record Resumed(int Moved) : ResumeResult;

    /// <summary>The hold stands as before.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : ResumeResult;
}

/// <summary>A hold that stands.</summary>
/// <param name="Scope">What it holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who holds.</param>
/// <param name="At">Since when.</param>
public sealed record StandingHold(HoldScope Scope, string Reason, string By, DateTimeOffset At);
