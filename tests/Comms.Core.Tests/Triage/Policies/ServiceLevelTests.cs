using Xunit;

namespace Comms.Core.Tests.Triage.Policies;

/// <summary>By when the policy wants an answer to be in hand.</summary>
public sealed class ServiceLevelTests
{
    private const string Levels = """
        { "version": 1, "name": "Test", "desk": "comms", "teams": [ {"id":"comms","name":"C"} ],
          "phrases": [ {"phrase":"heron attack","flag":"clinical-emergency"}, {"phrase":"heron bite","flag":"safeguarding-adult"}, {"phrase":"heron noise","flag":"legal"} ],
          "serviceLevels": [ {"urgency":"emergency","minutes":15}, {"urgency":"urgent","hours":4}, {"urgency":"soon","workingDays":1}, {"urgency":"routine","workingDays":3} ],
          "openingHours": {"days":["Mon","Tue","Wed","Thu","Fri"],"from":"08:30","to":"17:30"} }
        """;

    [Theory]
    [InlineData("heron attack", "2026-11-28T22:00:00Z", "2026-11-28T22:15:00Z", "a Saturday night: an emergency ignores opening hours")]
    [InlineData("heron bite", "2026-11-24T10:00:00Z", "2026-11-24T14:00:00Z", "within a day")]
    [InlineData("heron bite", "2026-11-24T16:30:00Z", "2026-11-25T11:30:00Z", "over the night")]
    [InlineData("heron bite", "2026-11-27T16:30:00Z", "2026-11-30T11:30:00Z", "over the week-end")]
    [InlineData("heron bite", "2026-11-28T12:00:00Z", "2026-11-30T12:30:00Z", "from a day on which the desk is shut")]
    [InlineData("heron bite", "2026-12-24T16:30:00Z", "2026-12-29T11:30:00Z", "over Christmas and the day given for Boxing Day")]
    [InlineData("heron bite", "2026-10-23T15:30:00Z", "2026-10-26T11:30:00Z", "over the week-end on which the clocks go back")]
    [InlineData("heron noise", "2026-11-27T10:00:00Z", "2026-11-30T17:30:00Z", "a working day after a Friday")]
    [InlineData("the pond is deep", "2026-11-27T10:00:00Z", "2026-12-02T17:30:00Z", "three working days")]
    public void An_answer_is_due(string text, string at, string due, string because)
    {
        var level = Triagers.With(Levels).Triage(Triagers.Message(text, at)).Findings.ServiceLevel!;
        Assert.True(level.Due == DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), $"{because}: {level.Due:O} {level.Rule}");
    }

    [Fact]
    public void A_policy_without_levels_promises_nothing() => Assert.Null(Triagers.Plain.Triage(Triagers.Message("hello")).Findings.ServiceLevel);

    [Fact]
    public void Without_opening_hours_the_desk_is_there_at_all_hours()
    {
        var level = Triagers.With("""
            { "version": 1, "name": "T", "desk": "c", "teams": [ {"id":"c","name":"C"} ], "serviceLevels": [ {"urgency":"routine","hours":4} ] }
            """).Triage(Triagers.Message("the pond is deep", "2026-11-28T22:00:00Z")).Findings.ServiceLevel!;
        Assert.Equal((new DateTimeOffset(2026, 11, 29, 2, 0, 0, TimeSpan.Zero), "routine: 4 hours, at any hour"), (level.Due, level.Rule));
    }
}
