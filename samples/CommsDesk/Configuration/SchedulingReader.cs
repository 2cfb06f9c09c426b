using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Scheduling;

namespace CommsDesk.Configuration;

/// <summary>Reads the part of the configuration that says when posts may go out. Every fault is noted with its place.</summary>
internal static class SchedulingReader
{
    public static SlotGrid? Slots(JsonWalk? scheduling) => Grid(scheduling?.Object("slots"));

    public static SchedulingRules Rules(JsonWalk? scheduling)
    {
        if (scheduling is null)
        {
            return new SchedulingRules();
        }

        scheduling.Allow("slots", "accounts", "quiet", "minutesApart", "noRepeatDays", "workingDaysOnly", "areas", "periods");
        return new SchedulingRules
        {
            Slots = Accounts(scheduling),
            Quiet = Quiet(scheduling.Object("quiet")),
            LeastApart = TimeSpan.FromMinutes(scheduling.Number("minutesApart", 0) ?? 0),
            NoRepeatWithin = TimeSpan.FromDays(scheduling.Number("noRepeatDays", 0) ?? 0),
            WorkingDaysOnly = scheduling.Flag("workingDaysOnly"),
            Areas = scheduling.Texts("areas"),
            Periods = [.. PreElectionPeriods.Shipped, .. scheduling.Objects("periods").Select(Period)],
        };
    }

    private static Dictionary<string, SlotGrid> Accounts(JsonWalk scheduling) =>
        (scheduling.Object("accounts")?.Members() ?? []).Select(member => (member.Name, Grid: Grid(member.Value)))
            .Where(member => member.Grid is not null).ToDictionary(member => member.Name, member => member.Grid!, StringComparer.Ordinal);

    private static SlotGrid? Grid(JsonWalk? slots)
    {
        if (slots is null)
        {
            return null;
        }

        slots.Allow("times", "days");
        var grid = new SlotGrid { Times = [.. slots.Texts("times").Select(text => Time(slots, "times", text))] };
        return slots.Has("days") ? grid with { Days = [.. slots.Texts("days").Select(day => Weekday(slots, day))] } : grid;
    }

    private static QuietHours? Quiet(JsonWalk? quiet)
    {
        quiet?.Allow("from", "to");
        return quiet is null ? null : new QuietHours(
            Time(quiet, "from", quiet.Text("from", required: true)), Time(quiet, "to", quiet.Text("to", required: true)));
    }

    private static SensitivePeriod Period(JsonWalk period)
    {
        period.Allow("id", "kind", "area", "name", "from", "to", "source");
        var kind = period.Text("kind", required: true);
        if (kind is not (null or "pre-election" or "mourning"))
        {
            period.Fault("kind", $"'{kind}' is none of pre-election, mourning");
        }

        return new SensitivePeriod
        {
            Id = period.Text("id", required: true) ?? "",
            Sensitivity = kind == "mourning" ? Sensitivity.Mourning : Sensitivity.PreElection,
            Area = period.Text("area") ?? "",
            Name = period.Text("name", required: true) ?? "",
            From = period.Day("from"),
            To = period.Day("to"),
            Source = period.Text("source", required: true) ?? "",
        };
    }

    private static TimeOnly Time(JsonWalk at, string name, string? text)
    {
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && text is not null)
        {
            at.Fault(name, $"'{text}' is no time of day such as 09:00");
        }

        return time;
    }

    private static DayOfWeek Weekday(JsonWalk at, string text)
    {
        if (Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !int.TryParse(text, out _))
        {
            return day;
        }

        at.Fault("days", $"'{text}' is no day of the week");
        return default;
    }
}
