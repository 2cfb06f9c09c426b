namespace Comms.Core.Insights.Control;

/// <summary>So many of so many.</summary>
/// <param name="Count">How many have it; from 0 to <paramref name="Of"/>.</param>
/// <param name="Of">How many there are; 0 or more.</param>
public readonly record struct Proportion(long Count, long Of)
{
    /// <summary>From 0 to 1; not a number when there are none.</summary>
    public double Value => (double)Count / Of;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(Of, Count);
    }
}
