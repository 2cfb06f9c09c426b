using Comms.Core.Documents;
using Comms.Core.Engagement;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class ScoreAudiences
{
    [Theory]
    [InlineData("organisation", false, true)]
    [InlineData("press", false, true)]
    [InlineData("elected", false, true)]
    [InlineData("partner", false, true)]
    [InlineData("public", false, false)]
    [InlineData("public", true, true)]
    [InlineData("Press", false, false)]
    [InlineData("something new", false, false)]
    public void Only_bodies_and_those_who_agreed_are_named(string kind, bool agreed, bool named)
    {
        var score = Assert.Single(Acts.Score(Acts.One("@a", 24, kind: kind) with { AgreedToBeNamed = agreed }));
        Assert.Equal(named, ScoreAudience.MayName(score));
    }

    [Fact]
    public void Agreement_withdrawn_counts_from_the_latest_act() => Assert.False(ScoreAudience.MayName(Assert.Single(Acts.Score(
        Acts.One("@a", 48, kind: "public") with { AgreedToBeNamed = true }, Acts.One("@a", 24, kind: "public")))));

    [Fact]
    public void A_private_person_is_in_no_report()
    {
        var acts = Enumerable.Range(0, 7).Select(at => Acts.One($"@private{at}", 24, kind: "public")).Append(Acts.One("@gazette", 24));
        var board = ScoreAudience.Part(Acts.Score(acts));
        Assert.Equal(7, board.PrivateAccounts);
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            var report = DocumentRenderer.Render(EngagementReport.ToDocument(board, Acts.Now), format);
            Assert.DoesNotContain("private0", report, StringComparison.Ordinal);
            Assert.Contains("gazette", report, StringComparison.Ordinal);
            Assert.Contains("7 private people", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_count_so_small_that_it_points_at_someone_is_not_told()
    {
        var board = ScoreAudience.Part(Acts.Score(Acts.One("@private", 24, kind: "public")));
        var report = DocumentRenderer.Render(EngagementReport.ToDocument(board, Acts.Now), DocumentFormat.PlainText);
        Assert.Contains("A few private people", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_a_share_of_the_score_has_no_column_and_what_stands_behind_the_score_has_a_table_of_its_own()
    {
        AccountScore[] scores = [.. Acts.Score(Acts.Weekly("@herald", 3, 1))];
        var table = EngagementReport.ToTable(scores);
        Assert.Equal(["Account", "Score", "Range", "Quality", "Regularity", "Reciprocity", "Amplification", "Reach"], table.Columns.Select(column => column.Name));
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal(["@herald", "press", "3", "1 of 3", "not known", "0 of 0", "100"], Assert.Single(EngagementReport.ToTableOfActs(scores).Rows));
    }
}
