namespace Comms.Core.Listening.Topics;

/// <summary>
/// What is usual in each hour of the week, learnt hour by hour. What was counts half after four weeks. An hour of the week
/// leans on what its hour of the day and its day of the week would have, and those on all hours, as much as if that were a few
/// hours more of its own (gamma priors; Gelman et al., Bayesian Data Analysis, 2.6). Where counts scatter more than chance
/// would have them, the expectation is as much wider. The numbers are ours: no published standard was found. Not thread-safe.
/// </summary>
internal sealed class HourlyBaseline
{
    public const int HoursOfWeek = 7 * HoursOfDay;

    private const int HoursOfDay = 24;
    private const double HalfLifeHours = 4 * HoursOfWeek;

    // How many hours of its own the wider mean stands for.
    private const double Strength = 4;

    // Before each hour of the week was heard twice, what is unlike the expectation says more of the expectation.
    private const int Settled = 2 * HoursOfWeek;

    // How many expected voices stand for no scatter before any was seen.
    private const double Trust = 10;

    // A topic that was never heard is expected half a voice in all that time (Jeffreys' prior).
    private const double NeverHeard = 0.5;

    private static readonly double Growth = Math.Pow(2, 1 / HalfLifeHours);

    private readonly Sums _all = new(1);
    private readonly Sums _ofDay = new(HoursOfDay);
    private readonly Sums _ofDays = new(7);
    private readonly Sums _ofWeek = new(HoursOfWeek);
    private double _weight = 1;
    private double _squares;
    private double _variances;
    private int _taken;

    /// <summary>How many voices to expect. At least one hour must have been taken.</summary>
    public NegativeBinomial Expect(int hourOfWeek)
    {
        var (mean, shape) = Rate(hourOfWeek);
        var scatter = Math.Max(1, (Trust + (_squares / _weight)) / (Trust + (_variances / _weight)));
        return new NegativeBinomial(mean, 1 / (((scatter - 1) / mean) + (scatter / shape)));
    }

    /// <summary>Learns what an hour had.</summary>
    /// <param name="hourOfWeek">From 0, the first hour of Sunday.</param>
    /// <param name="count">How many voices; of a burst no more than was ordinary, so that one does not hide the next.</param>
    public void Take(int hourOfWeek, int count)
    {
        if (_taken++ >= Settled)
        {
            var (mean, shape) = Rate(hourOfWeek);
            _squares += _weight * (count - mean) * (count - mean);
            _variances += _weight * (mean + (mean * mean / shape));
        }

        // What is new weighs more, which is the same as what is old weighing less, and touches one hour and not all.
        _weight *= Growth;
        _all.Add(0, count, _weight);
        _ofDay.Add(hourOfWeek % HoursOfDay, count, _weight);
        _ofDays.Add(hourOfWeek / HoursOfDay, count, _weight);
        _ofWeek.Add(hourOfWeek, count, _weight);
    }

    private (double Mean, double Shape) Rate(int hourOfWeek)
    {
        var overall = ((_all.Counts[0] / _weight) + NeverHeard) / (_all.Hours[0] / _weight);
        var hour = Lean(_ofDay, hourOfWeek % HoursOfDay, overall).Mean;
        var day = Lean(_ofDays, hourOfWeek / HoursOfDay, overall).Mean;
        return Lean(_ofWeek, hourOfWeek, hour * day / overall);
    }

    private (double Mean, double Shape) Lean(Sums sums, int at, double wider)
    {
        var shape = (Strength * wider) + (sums.Counts[at] / _weight);
        return (shape / (Strength + (sums.Hours[at] / _weight)), shape);
    }

    private sealed class Sums(int length)
    {
        public double[] Counts { get; } = new double[length];

        public double[] Hours { get; } = new double[length];

        public void Add(int at, int count, double weight)
        {
            Counts[at] += weight * count;
            Hours[at] += weight;
        }
    }
}
