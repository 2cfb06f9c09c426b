using System.Text;
using System.Text.Json;
using Comms.Core.Exercises;
using Comms.Core.Tests.Triage.Policies;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class EventsListReaderTests
{
    private static readonly EventsListOptions Options = new() { Name = "Snow", Starts = new DateTime(2027, 3, 27, 7, 0, 0) };

    [Fact]
    public void A_planner_s_list_becomes_a_scenario_that_can_be_played()
    {
        var reading = EventsListReader.Read(
            [
                Row(2, ("Event #", "1"), ("Time", "07:15"), ("Inject Type", "Contextual"), ("Delivery Method", "telephone"), ("From", "Estates"), ("To", "Duty Officer; Writer"),
                    ("Description", "The roof of Otter Ward is down under the snow."), ("Expected Outcome/Action", "A statement is drafted"), ("Learning Points", "Know the plan."), ("Max. minutes", "30")),
                Row(3, ("Event #", "2"), ("Time", "+2:00"), ("To", "writer"), ("Description", "The buses stop.")),
            ],
            Options);

        Assert.Empty(reading.Faults);
        var scenario = Assert.IsType<Scenario>(reading.Scenario);
        Assert.Equal((2, 1, "Snow"), (scenario.Injects, scenario.Expectations, scenario.Name));
        Assert.Equal(["duty-officer", "writer"], scenario.Players.Select(player => player.Id));
        var root = JsonDocument.Parse(reading.Json).RootElement;
        var inject = root.GetProperty("injects")[0];
        Assert.Equal(("PT15M", "Estates", "telephone", "Contextual"), (Text(inject, "at"), Text(inject, "from"), Text(inject, "by"), Text(inject, "title")));
        var expected = root.GetProperty("expectations")[0];
        Assert.Equal(("1", "PT30M", "Know the plan.", "A statement is drafted"), (Text(expected, "after"), Text(expected, "within"), Text(expected, "lesson"), Text(expected, "judge")));
        Assert.Equal("PT3H", Text(root, "ends"));
    }

    [Fact]
    public async Task What_nobody_judges_is_missed_with_the_list_s_own_lesson()
    {
        var reading = EventsListReader.Read(
            [Row(2, ("Time", "07:15"), ("Description", "Snow."), ("Expected action", "Someone asks for a plough"), ("Learning points", "Know whom to ring."))], Options);

        var result = await Scenarios.PlayAsync(reading.Scenario!, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(("line-2-expected", ExpectationOutcome.Missed, "Know whom to ring."), result.Expectations.Select(expected => (expected.Id, expected.Outcome, expected.Lesson)).Single());
    }

    [Fact]
    public void The_file_it_writes_holds_to_the_schema()
    {
        var reading = EventsListReader.Read([Row(2, ("Time", "07:15"), ("Description", "“Snow”, said Siân."), ("Expected action", "Ask"))], Options);

        var schema = new SchemaReader(JsonDocument.Parse(Repository.Read("seeds", "schemas", "exercise.schema.json")).RootElement);
        Assert.True(schema.Holds(JsonDocument.Parse(reading.Json).RootElement), Encoding.UTF8.GetString(reading.Json.Span));
    }

    [Theory]
    [InlineData("07:15", null, "PT15M")]
    [InlineData("0715", null, "PT15M")]
    [InlineData("07:15:30", "Day 1", "PT15M30S")]
    [InlineData("09:15", "2", "P1DT1H15M")]
    [InlineData("Day 2 09:15", null, "P1DT1H15M")]
    [InlineData("2027-03-28T09:15", null, "P1DT1H15M")]
    [InlineData("1899-12-31T07:15:00", null, "PT15M")]
    [InlineData("+1:30", null, "PT1H30M")]
    [InlineData("StartEx + 01:30", null, "PT1H30M")]
    [InlineData("PT90M", null, "PT1H30M")]
    public void Times_are_read_as_planners_write_them_and_the_lost_hour_of_a_clock_change_is_not_counted(string time, string? day, string at)
    {
        var reading = EventsListReader.Read([Row(2, ("Day", day ?? ""), ("Time", time), ("Description", "x"))], Options);

        Assert.Empty(reading.Faults);
        Assert.Equal(at, Text(JsonDocument.Parse(reading.Json).RootElement.GetProperty("injects")[0], "at"));
    }

    [Theory]
    [InlineData("Time", "noonish", "“noonish” is no time")]
    [InlineData("Time", "06:59", "“06:59” is no time from the start on")]
    [InlineData("Time", "PT99999999999999H", "“PT99999999999999H” is no time")]
    [InlineData("Time", "P1M", "“P1M” is no time")]
    [InlineData("Time", "", "it has no time")]
    [InlineData("Description", "", "it has no description")]
    [InlineData("Max minutes", "soon", "“soon” is no number of minutes")]
    [InlineData("Number", "1", "“1” stands above already")]
    [InlineData("Day", "the last", "“08:00” is no time")]
    public void A_row_that_cannot_be_used_is_named_and_the_others_go_in(string column, string cell, string reason)
    {
        var bad = new Dictionary<string, string> { ["Number"] = "2", ["Time"] = "08:00", ["Description"] = "y", [column] = cell };

        var reading = EventsListReader.Read([Row(2, ("Number", "1"), ("Time", "07:30"), ("Description", "x")), new EventsListRow(7, bad)], Options);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(7, fault.Line);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Equal(1, reading.Scenario!.Injects);
    }

    [Fact]
    public void Of_no_good_row_there_is_no_scenario()
    {
        var reading = EventsListReader.Read([Row(2, ("Colour", "red"))], Options);

        Assert.Null(reading.Scenario);
        Assert.True(reading.Json.IsEmpty);
        Assert.Single(reading.Faults);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static EventsListRow Row(long line, params (string Column, string Cell)[] cells) =>
        new(line, cells.ToDictionary(cell => cell.Column, cell => cell.Cell));
}
