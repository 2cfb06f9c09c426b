namespace Comms.Core.Engagement.Live;

/// <summary>The weeks of the window, the newest of which is under way. Weeks are numbered from the one in which it began, 0.</summary>
internal sealed class LiveWindow
{
    private static readonly long WeekTicks = TimeSpan.FromDays(7).Ticks;

    private readonly DateTimeOffset _begun;
    private readonly LiveWeek[] _weeks;
    private readonly double[] _decays;

    public LiveWindow(DateTimeOffset asOf, EngagementOptions options)
    {
        _begun = asOf;
        _decays = options.Decays();
        _weeks = [.. Enumerable.Range(0, options.Weeks).Select(_ => new LiveWeek())];
    }

    /// <summary>The week under way.</summary>
    public int Newest { get; private set; }

    /// <summary>A week that is never held.</summary>
    public static short Gone => short.MinValue;

    /// <summary>The end of the week under way.</summary>
    public DateTimeOffset AsOf => _begun.AddTicks(Newest * WeekTicks);

    public IEnumerable<LiveWeek> Weeks => _weeks;

    public LiveWeek this[int week] => _weeks[PlaceOf(week)];

    public ref LiveAct this[int week, int at] => ref this[week][at];

    public bool Holds(int week) => week > Newest - _weeks.Length && week <= Newest;

    /// <summary>The week in which an instant lies: a week ends with its last instant.</summary>
    public int WeekOf(DateTimeOffset at)
    {
        var (weeks, rest) = Math.DivRem((at - _begun).Ticks, WeekTicks);
        return (int)Math.Clamp(rest > 0 ? weeks + 1 : weeks, -short.MaxValue, short.MaxValue);
    }

    /// <summary>Milliseconds from the start of a week, rounded up.</summary>
    public int Within(int week, DateTimeOffset at) => (int)Math.Ceiling((at - Start(week)).TotalMilliseconds);

    public DateTimeOffset At(int week, int milliseconds) => Start(week).AddMilliseconds(milliseconds);

    /// <summary>The week that the window passes next.</summary>
    public int Oldest => Newest - _weeks.Length + 1;

    /// <summary>Ends the week under way and begins the next, in the place of the oldest.</summary>
    public void Next()
    {
        _weeks[PlaceOf(Oldest)] = new LiveWeek();
        Newest = checked((short)(Newest + 1));
    }

    /// <summary>What can be expected of an account: the sums of the weeks, each as it counts now.</summary>
    public Community Community()
    {
        var quality = Enumerable.Range(0, _weeks.Length).Sum(ago => _decays[ago] * this[Newest - ago].Quality) / _decays.Sum();
        return new Community(
            _decays, _weeks.Sum(week => week.Accounts), quality, new AnsweredTurns(_weeks.Sum(week => week.Answered), _weeks.Sum(week => week.Turns)));
    }

    private int PlaceOf(int week) => ((week % _weeks.Length) + _weeks.Length) % _weeks.Length;

    private DateTimeOffset Start(int week) => _begun.AddTicks((week - 1) * WeekTicks);
}
