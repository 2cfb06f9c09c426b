using Comms.Core.Cases;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Cases;

public class CaseRuleTests
{
    private static readonly Obligation Duty =
        new("foi-2000", "england", "answer", new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 21), "legislation.gov.uk");

    [Fact]
    public void Thanks_ask_nobody_to_act() =>
        Assert.Empty(CaseRule.Reasons(new TriageFindings { Language = "en", Kinds = [new Label("compliment", 0.9f)] }));

    [Fact]
    public void Each_thing_that_asks_someone_to_act_is_a_reason() =>
        Assert.Equal(
            ["urgency urgent", "flag self-harm", "kind complaint", "duty foi-2000"],
            CaseRule.Reasons(new TriageFindings
            {
                Language = "en",
                Urgency = Urgency.Urgent,
                Flags = ["self-harm"],
                Kinds = [new Label("complaint", 0.6f), new Label("compliment", 0.5f)],
                Obligations = [Duty],
            }));

    [Fact]
    public void A_doubt_asks_for_a_look_and_opens_no_case() =>
        Assert.Empty(CaseRule.Reasons(new TriageFindings { Language = "en", NeedsHuman = true, Why = ["it cannot be told"] }));

    [Theory]
    [InlineData("cy")]
    [InlineData("und")]
    public void What_nobody_has_read_is_never_without_a_reason(string language) =>
        Assert.Contains(language, Assert.Single(CaseRule.Reasons(new TriageFindings { Language = language })), StringComparison.Ordinal);

    [Fact]
    public void A_stored_case_comes_back_whole()
    {
        var record = new CaseRecord(["m"], "pals", ["comms"], CaseState.New, DateTimeOffset.UnixEpoch, Urgency.Soon, 40, ["media"], ["flag media"], [Duty]);

        var opened = Case.Open(new LedgerRecord { Key = new RecordKey("case", "c"), Revision = 2, Position = 1, Content = record.Seal() });

        Assert.Equal(("c", "pals", CaseState.New, Urgency.Soon, 40), (opened.Id, opened.Team, opened.State, opened.Urgency, opened.Priority));
        Assert.Equal([Duty], opened.Obligations.Select(one => one.Duty));
        Assert.Equal(["comms"], opened.AlsoTold);
    }
}
