using Comms.Core.Calendars;
using Comms.Core.ICalendar;
using Comms.Core.Planning;
using Comms.Core.Tests.Planning;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.ICalendar;

public sealed class CalendarTests
{
    private const string London = "Europe/London";
    private static readonly string[] Pieces = ["a", "é", ";", ",", "\\", "\n", ":", "\"", "–", "😀", " "];
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_written_is_read_again() => Gen.Int[0, 10].Select(at => Pieces[at]).Array[1, 60].Select(string.Concat).Select(Gen.Int[0, 500_000]).Array[0, 8].Sample(events =>
    {
        CalendarEntry[] entries =
        [
            .. events.Select((one, at) => new CalendarEntry { Id = $"e{at}", Title = "t" + one.Item1.Trim() + "t", Start = From.AddMinutes(one.Item2) })
                .OrderBy(entry => entry.Start).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];

        var reading = CalendarReader.Read(CalendarWriter.Write("Plan", entries, From), From, To, London);

        Assert.Empty(reading.Faults);
        Assert.Equal(entries.Select(entry => (entry.Id, entry.Title, entry.Start, entry.Duration)), reading.Entries.Select(entry => (entry.Id, entry.Title, entry.Start, entry.Duration)));
    }, iter: 200);

    [Fact]
    public void The_same_plan_gives_the_same_bytes_and_leaves_out_what_was_let_go()
    {
        PlannedItem[] items = [Plans.Item("b", Plans.At(2, 9)), Plans.Item("a", Plans.At(1, 9)), Plans.Item("gone", Plans.At(1, 9), PlanStep.Dropped)];

        var feed = CalendarWriter.Write("Plan", items, From);

        Assert.Equal(feed, CalendarWriter.Write("Plan", items.Reverse(), From));
        Assert.Contains("\r\nDTSTART:20261124T090000Z\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:a@comms-core\r\n", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("gone", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_broken() => Gen.Int[0, 40].Select(Gen.String[Gen.Char["aé’"], 1, 30]).Array[1, 12].Sample(words =>
    {
        var title = string.Concat(words.Select(word => new string(' ', word.Item1 % 2) + word.Item2 + "👩‍⚕️"));
        var feed = CalendarWriter.Write("Plan", [new CalendarEntry { Id = "e", Title = "t" + title, Start = From }], From);

        Assert.All(feed.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(feed)));
        Assert.Equal("t" + title, CalendarReader.Read(feed, From, To, London).Entries[0].Title);
    }, iter: 200);

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Europe/Dublin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void A_daily_rule_keeps_its_wall_time_over_clock_changes(string zone)
    {
        var reading = CalendarReader.Read(Event($"DTSTART;TZID={zone}:20260101T013000\r\nRRULE:FREQ=DAILY"), From, To, London);

        Assert.Empty(reading.Faults);
        Assert.InRange(reading.Entries.Count, 364, 365);
        Assert.All(reading.Entries.Zip(reading.Entries.Skip(1)), pair => Assert.True(pair.First.Start < pair.Second.Start));
        Assert.InRange(reading.Entries.Count(entry => Zones.ToLocal(entry.Start, zone).TimeOfDay != new TimeSpan(1, 30, 0)), 0, 1);
    }

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=5", 5)]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260630T235959Z", 6)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE:20260103T090000", 4)]
    public void Rules_and_exceptions_are_unrolled(string rule, int count) =>
        Assert.Equal(count, CalendarReader.Read(Event($"DTSTART:20260101T090000\r\n{rule}"), From, To, London).Entries.Count);

    [Fact]
    public void A_rule_by_the_hour_is_set_aside_and_the_rest_goes_on()
    {
        var text = Event("DTSTART:20260101T090000\r\nRRULE:FREQ=HOURLY;COUNT=8").Replace(
            "END:VCALENDAR", "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260102T090000Z\r\nSUMMARY:Board\r\nEND:VEVENT\r\nEND:VCALENDAR", StringComparison.Ordinal);

        var reading = CalendarReader.Read(text, From, To, London);

        Assert.Equal("Board", Assert.Single(reading.Entries).Title);
        Assert.Contains("Hourly", Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_whole_days_says_so()
    {
        var entry = Assert.Single(CalendarReader.Read(Event("DTSTART;VALUE=DATE:20260704"), From, To, London).Entries);

        Assert.True(entry.IsAllDay);
        Assert.Equal(new DateTimeOffset(2026, 7, 4, 0, 0, 0, TimeSpan.FromHours(1)), entry.Start);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    public void What_is_no_calendar_is_said_and_throws_nothing(string text) => Assert.NotEmpty(CalendarReader.Read(text, From, To, London).Faults);

    [Fact]
    public void No_text_breaks_the_reader() => Gen.String.Sample(
        text => Assert.NotNull(CalendarReader.Read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + text + "\r\nEND:VEVENT\r\nEND:VCALENDAR", From, To, London)), iter: 500);

    private static string Event(string body) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Meeting\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
