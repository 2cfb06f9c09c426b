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
        var hidden = weeks.Where((_, at) => _hidden[at][Complaint]).Select(week => (double)week.Complaints).DefaultIfEmpty().Average();
        Complaints = [.. weeks.Select((week, at) => _hidden[at][Complaint] ? hidden : week.Complaints)];
    }

    /// <summary>The complaints of each week. Those that are hidden are told as their mean, which is all that the sums tell: how they differ shows in no figure.</summary>
    public double[] Complaints { get; }

    public bool ComplaintsAreShown => !_hidden[^1][Complaint];

    public Proportion? Signposted => _hidden[^1][All] ? null : Shown(_weeks.Sum(week => week.Signposted), _weeks.Sum(week => week.Complaints + week.Others));

    /// <summary>Null too where the complaints that came by neither are few: the channel's are told beside it.</summary>
    public Proportion? ByTheirDoor =>
        IsSmall(_weeks.Sum(week => week.Everywhere - week.ByTheirDoor - week.Complaints)) ? null : Shown(_weeks.Sum(week => week.ByTheirDoor), _weeks.Sum(week => week.Everywhere));

    public IEnumerable<(long? Complaints, long? Others)> Weeks() => _weeks.Select((week, at) =>
        (_hidden[at][Complaint] ? null : week.Complaints as long?, _hidden[at][Other] ? null : week.Others as long?));

    private static long[] Row(long complaints, long others) => [complaints, others, complaints + others];

    /// <summary>A share; null when it, or the rest, is too small to be told, or there is nothing.</summary>
    private Proportion? Shown(long count, long of) => of == 0 || IsSmall(count) || IsSmall(of - count) ? null : new Proportion(count, of);

    private bool IsSmall(long count) => count > 0 && count < _fewest;
}
