using Comms.Core.Approval;
using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>
/// Finds the next slot for a post at which all its accounts are free. A post has one time; its slots are those of its
/// first account, by name. Pure.
/// </summary>
internal sealed class FreeSlot(SchedulingRules rules, SlotGrid team, string zone, WorkingDays days, SensitivePeriods periods)
{
    /// <summary>The accounts of a post, by name.</summary>
    public static string[] AccountsOf(ApprovedPost post) =>
        [.. post.Renditions.Select(rendition => rendition.Account).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public SlotBook Book(ApprovedPost post, ScheduleRequest request, DateTimeOffset from)
    {
        var accounts = AccountsOf(post);
        var grid = rules.Slots.GetValueOrDefault(accounts[0], team);
        var book = new SlotBook(grid, zone, Zones.DayOf(from, zone), rules.LeastApart, rules.Quiet);
        foreach (var planned in request.Plan.Where(planned => accounts.Contains(planned.Account, StringComparer.Ordinal)))
        {
            book.Take(planned.At);
        }

        return book;
    }

    /// <summary>Free slots for evergreens in a stretch, each at least so far after the one before.</summary>
    public IReadOnlyList<PlannedTime> Spread(ApprovedPost post, ScheduleRequest request, DateTimeOffset from, DateTimeOffset until, TimeSpan apart)
    {
        var book = Book(post, request, from);
        var slots = new List<PlannedTime>();
        for (var slot = Next(book, PostPurpose.Evergreen, from); slot is not null && slot.Instant < until; slot = Next(book, PostPurpose.Evergreen, From(slot.Instant)))
        {
            slots.Add(slot);
        }

        return slots;

        DateTimeOffset From(DateTimeOffset last) => apart > TimeSpan.Zero ? last + apart - TimeSpan.FromTicks(1) : last;
    }

    /// <summary>The next free slot on which the rules let a post of the purpose go; null when there is none within the horizon.</summary>
    public PlannedTime? Next(SlotBook book, PostPurpose purpose, DateTimeOffset after)
    {
        var end = after.AddDays(SlotGrid.Horizon);
        for (var slot = book.Next(after); slot is { } free && free.Instant <= end; slot = book.Next(free.Instant))
        {
            var day = DateOnly.FromDateTime(free.Local);
            if ((!rules.WorkingDaysOnly || days.Includes(day)) && periods.Judge(purpose, free.Instant).HeldBy is null)
            {
                return Zones.Resolve(free.Local, zone, GapPolicy.GapEnd);
            }
        }

        return null;
    }
}
