using Comms.Core.Documents;
using Comms.Core.Planning;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class CheckInTests
{
    [Fact]
    public void It_says_what_changed_since_the_last_one()
    {
        PlannedItem[] before = [Plans.Item("moved", Plans.At(1, 9)), Plans.Item("gone", Plans.At(2, 9)), Plans.Item("approved", Plans.At(3, 9), PlanStep.Drafted)];
        var now = Plans.Of(Plans.Item("moved", Plans.At(2, 9)), Plans.Item("approved", Plans.At(3, 9)), Plans.Item("new", Plans.At(4, 9)));

        var changes = CheckIn.Of(now, Plans.Monday, Plans.MondayMorning, before).Changes!;

        Assert.Equal(
            [("gone", ChangeKind.Dropped), ("moved", ChangeKind.Moved), ("approved", ChangeKind.Stepped), ("new", ChangeKind.Added)],
            changes.Select(change => (change.Item.Id, change.Kind)));
    }

    [Fact]
    public void A_post_that_moved_to_another_week_is_a_change_of_this_one()
    {
        PlannedItem[] before = [Plans.Item("moved", Plans.At(1, 9)), Plans.Item("elsewhere", Plans.At(8, 9))];

        var change = Assert.Single(CheckIn.Of(Plans.Of(Plans.Item("moved", Plans.At(8, 9)), before[1]), Plans.Monday, Plans.MondayMorning, before).Changes!);

        Assert.Equal(("moved", ChangeKind.Moved), (change.Item.Id, change.Kind));
    }

    [Fact]
    public void The_first_one_says_that_it_is_the_first() => Assert.Contains(
        "This is the first check-in", Text(CheckIn.Of(Plans.Of(), Plans.Monday, Plans.MondayMorning)), StringComparison.Ordinal);

    [Fact]
    public void A_manager_sees_the_posts_the_findings_the_series_and_the_people()
    {
        var plan = Plans.Of(Plans.Item("flu clinic", Plans.At(0, 12), PlanStep.Drafted)) with
        {
            Team = new TeamTime { People = 1.5 },
            Series = [new Series { Name = "Essays", Pieces = ["one", "two"], Done = [new SeriesPiece("one", Plans.Monday.AddDays(-4))] }],
        };

        var page = Text(CheckIn.Of(plan, Plans.Monday, Plans.MondayMorning));

        foreach (var said in (string[])["Mon 23 Nov 12:00", "flu clinic", "nobody has approved it", "Essays: 1 down, 1 to go; next: two", "of 900 minutes"])
        {
            Assert.Contains(said, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_week_begins_on_a_monday() => Assert.Throws<ArgumentException>(() => CheckIn.Of(Plans.Of(), Plans.Monday.AddDays(1), Plans.MondayMorning));

    private static string Text(CheckIn checkIn) => DocumentRenderer.Render(checkIn.ToDocument(), DocumentFormat.PlainText);
}
