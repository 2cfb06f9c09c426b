namespace Comms.Core.Triage.Trials;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
internal readonly record struct Stretch(int Start, int End) : IComparable<Stretch>
{
    public int Length => End - Start;

    public int CompareTo(Stretch other) => Start.CompareTo(other.Start) is not 0 and var by ? by : End.CompareTo(other.End);
}
