using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>What is usual: the range in which eight of ten earlier periods lie, by nearest rank.</summary>
internal sealed class Usual(IReadOnlyList<WeekCounts> before)
{
    /// <summary>With fewer, a range would say more about chance than about what is usual.</summary>
    private const int Fewest = 7;

    private const double Tail = 0.1;

    public bool IsKnown => before.Count >= Fewest;

    public int Periods => before.Count;

    /// <summary>The range of a count; null when too few periods are known.</summary>
    public (int Low, int High)? Of(Func<WeekCounts, int> count)
    {
        if (!IsKnown)
        {
            return null;
        }

        var counts = before.Select(count).Order().ToArray();
        var tail = Tail * (counts.Length - 1);
        return (counts[(int)Math.Floor(tail)], counts[(int)Math.Ceiling(counts.Length - 1 - tail)]);
    }

    public (int Low, int High)? OfTheme(string theme) =>
        Of(counts => counts.Themes.FirstOrDefault(each => each.Theme == theme)?.Messages ?? 0);

    public static string Words((int Low, int High)? range) => range is not { } usual ? "too few days to say"
        : usual.Low == usual.High ? Wording.Number(usual.Low)
        : $"{Wording.Number(usual.Low)} to {Wording.Number(usual.High)}";
}
