namespace Comms.Core.Listening.Topics;

/// <summary>An hour that is a burst.</summary>
internal readonly record struct BurstHour(int Hour, int Voices, double Usual, double Chance);

/// <summary>
/// Finds the hours of one topic in which more people spoke than chance explains. Each hour is judged by those before it alone.
/// An hour that has not ended is judged by all of what it usually has: it can only be a burst that it would be at its end
/// too, so that looking often raises no more alarms. Pure.
/// </summary>
/// <param name="hoursOfWeek">Which hour of the week each hour is.</param>
/// <param name="first">The first hour that is judged; those before say what is usual.</param>
/// <param name="fewest">Fewer voices than this are no burst.</param>
internal sealed class BurstFinder(IReadOnlyList<byte> hoursOfWeek, int first, int fewest)
{
    /// <summary>Finds the bursts, and what was usual in the hours that are judged.</summary>
    /// <param name="counts">How many voices each hour had.</param>
    /// <param name="rate">The chance of a false alarm in an hour.</param>
    public (List<BurstHour> Bursts, double Usual) Find(ReadOnlySpan<int> counts, double rate)
    {
        var baseline = new HourlyBaseline();
        var bursts = new List<BurstHour>();
        var usual = 0.0;
        for (var hour = 0; hour < counts.Length; hour++)
        {
            var (at, count) = (hoursOfWeek[hour], counts[hour]);
            if (hour > 0)
            {
                var expected = baseline.Expect(at);
                usual += hour >= first ? expected.Mean : 0;
                if (count >= fewest && expected.AtLeast(count) is var chance && chance <= rate)
                {
                    if (hour >= first)
                    {
                        bursts.Add(new BurstHour(hour, count, expected.Mean, chance));
                    }

                    count = Math.Min(count, Math.Max(fewest - 1, expected.MostOrdinary(rate)));
                }
            }

            baseline.Take(at, count);
        }

        return (bursts, usual);
    }
}
