namespace Comms.Core.Amplifiers;

/// <summary>What came of a change at the amplifiers' desk.</summary>
public abstract record AmplifierResult
{
    private AmplifierResult()
    {
    }

    /// <summary>It is kept, and in the audit.</summary>
    public sealed record Kept : AmplifierResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : AmplifierResult;
}
