using Comms.Core.Planning;

namespace Comms.Core.Tests.Planning;

/// <summary>Small plans for tests, in London in November 2026, when the clocks show UTC.</summary>
internal static class Plans
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    public static readonly DateTimeOffset MondayMorning = At(0, 8);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 11, 23, hour, minute, 0, TimeSpan.Zero).AddDays(day);

    public static PlannedItem Item(string id, DateTimeOffset at, PlanStep step = PlanStep.Scheduled, string account = "page", string? campaign = null) =>
        new() { Id = id, At = at, Accounts = [account], Title = id, Step = step, Campaign = campaign };

    public static Plan Of(params PlannedItem[] items) => new() { Zone = "Europe/London", Items = items };

    public static IReadOnlyList<PlanFinding> Check(Plan plan, DateTimeOffset? now = null) =>
        PlanChecker.Check(plan, Monday, Monday.AddDays(6), now ?? MondayMorning);
}
