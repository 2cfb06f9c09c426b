using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Openings;

/// <summary>Some weeks together, whose sums are told: small numbers among them are hidden, and what would give them away.</summary>
internal sealed class OpeningPart
{
    private const int Complaint = 0;
    private const int Other = 1;
    private const int All = 2;

    private readonly OpeningCounts[] _weeks;
    private readonly int _fewest;
    private readonly bool[][] _hidden;

    public OpeningPart(OpeningCounts[] weeks, int fewest)
    {
        (_weeks, _fewest) = (weeks, fewest);
        long[][] counts = [.. weeks.Select(week => Row(week.Complaints, week.Others)), Row(weeks.Sum(week => week.Complaints), weeks.Sum(week => week.Others))];
        _hidden = SmallNumbers.Hidden(counts, fewest);
    }

    public long[] Complaints => [.. _weeks.Select(week => week.Complaints)];

    public bool ComplaintsAreShown => !_hidden[^1][Complaint];

    public Proportion? Signposted => _hidden[^1][All] ? null : Shown(_weeks.Sum(week => week.Signposted), _weeks.Sum(week => week.Complaints + week.Others));

    public Proportion? ByTheirDoor => Shown(_weeks.Sum(week => week.ByTheirDoor), _weeks.Sum(week => week.Everywhere));

    public IEnumerable<(long? Complaints, long? Others)> Weeks() => _weeks.Select((week, at) =>
        (_hidden[at][Complaint] ? null : week.Complaints as long?, _hidden[at][Other] ? null : week.Others as long?));

    private static long[] Row(long complaints, long others) => [complaints, others, complaints + others];

    /// <summary>A share; null when it, or the rest, is too small to be told, or there is nothing.</summary>
    private Proportion? Shown(long count, long of) => of == 0 || IsSmall(count) || IsSmall(of - count) ? null : new Proportion(count, of);

    private bool IsSmall(long count) => count > 0 && count < _fewest;
}
