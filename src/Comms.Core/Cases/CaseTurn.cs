namespace Comms.Core.Cases;

/// <summary>
/// An open case's place among the others, kept as the time at which its record is due: what is open, and what is overdue, is
/// read from that index, however many cases are closed or not due yet. Nobody claims cases.
/// </summary>
internal static class CaseTurn
{
    /// <summary>Open cases without a duty that runs or a deadline come last.</summary>
    private static readonly DateTimeOffset Last = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>Null for a case that is not open.</returns>
    public static DateTimeOffset? Of(CaseRecord one) => one.State == CaseState.Closed || one.JoinedTo is not null ? null
        : one.Outstanding.Select(duty => duty.Due).OfType<DateOnly>().Select(At).Append(one.PressDeadline ?? Last).Min();

    /// <summary>The time up to which cases are read to have those with a duty due by a day; null for every open one.</summary>
    public static DateTimeOffset UpTo(DateOnly? day) => day is { } by ? At(by) : Last;

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
