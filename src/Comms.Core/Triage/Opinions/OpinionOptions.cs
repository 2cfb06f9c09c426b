namespace Comms.Core.Triage.Opinions;

/// <summary>What a second opinion may cost. Checked when the asker is made.</summary>
public sealed record OpinionOptions
{
    /// <summary>How long an answer may take before the first one stands. Default: 5 seconds; at most 10.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The length of the window for which the limits count; windows begin at the Unix epoch. Default: a day.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The most questions in a window. Default: 500.</summary>
    public int CallsPerWindow { get; init; } = 500;

    /// <summary>The most tokens in a window, questions and answers together. Default: 500,000.</summary>
    public long TokensPerWindow { get; init; } = 500_000;

    /// <summary>The most UTF-16 units of a message that leave; what is over is cut. Default: 2,000.</summary>
    public int LongestText { get; init; } = 2000;

    /// <summary>The most tokens of an answer. Default: 300.</summary>
    public int LongestAnswer { get; init; } = 300;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromSeconds(10));
        ArgumentOutOfRangeException.ThrowIfLessThan(Window, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfNegative(CallsPerWindow);
        ArgumentOutOfRangeException.ThrowIfNegative(TokensPerWindow);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestText, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestAnswer, 1);
    }
}
