using Comms.Core.Planning;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class SeriesProgressTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void One_down_seventy_two_to_go()
    {
        var progress = SeriesProgress.Of(Essays(73, 1), Start.AddDays(3));

        Assert.Equal("1 down, 72 to go", progress.ToString());
        Assert.Equal("essay 2", progress.Next);
        Assert.Null(progress.ProjectedEnd);
    }

    [Fact]
    public void One_a_week_ends_when_the_rest_have_had_their_weeks()
    {
        var progress = SeriesProgress.Of(Essays(20, 10), Start.AddDays(70));

        Assert.Equal(1.0, progress.PerWeek!.Value, precision: 6);
        Assert.Equal(Start.AddDays(140), progress.ProjectedEnd);
    }

    [Fact]
    public void The_projected_end_lies_within_its_interval_and_more_pieces_narrow_it() => Gen.Int[2, 40].Select(Gen.Int[1, 60]).Sample((done, left) =>
    {
        var progress = SeriesProgress.Of(Essays(done + left, done), Start.AddDays(done * 7));

        Assert.InRange(progress.ProjectedEnd!.Value, progress.EarliestEnd!.Value, progress.LatestEnd!.Value);
    });

    [Fact]
    public void A_finished_series_has_no_next_and_no_end_to_project()
    {
        var progress = SeriesProgress.Of(Essays(3, 3), Start.AddDays(30));

        Assert.Equal("all 3 done", progress.ToString());
        Assert.Null(progress.Next);
        Assert.Null(progress.ProjectedEnd);
    }

    [Fact]
    public void Pieces_that_stand_twice_or_come_too_early_are_all_named()
    {
        var series = new Series
        {
            Name = "Essays",
            Pieces = ["a", "b", "b"],
            Done = [new SeriesPiece("a", Start), new SeriesPiece("a", Start), new SeriesPiece("c", Start), new SeriesPiece("b", Start.AddDays(9))],
        };

        var fault = Assert.Throws<ArgumentException>(() => SeriesProgress.Of(series, Start));

        foreach (var said in (string[])["Essays has 'b' twice", "'a' of Essays came out twice", "Essays has no 'c'", "'b' of Essays comes out only on 2026-01-10"])
        {
            Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        }
    }

    private static Series Essays(int pieces, int done) => new()
    {
        Name = "Essays",
        Pieces = [.. Enumerable.Range(1, pieces).Select(number => $"essay {number}")],
        Done = [.. Enumerable.Range(1, done).Select(number => new SeriesPiece($"essay {number}", Start.AddDays((number - 1) * 7)))],
    };
}
