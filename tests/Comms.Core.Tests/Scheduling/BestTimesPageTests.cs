using Comms.Core.Documents;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class BestTimesPageTests
{
    private static readonly DateTimeOffset Today = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_hour_is_shown_with_its_range_and_where_there_is_too_little_that_is_said()
    {
        var page = BestTimesPage.ToDocument(
            new Dictionary<string, IReadOnlyList<HourScore>>
            {
                ["site"] = [],
                ["town"] = [new(false, 9, 1200, 41.66, 34.7, 49.97), new(true, 17, 3, 2, 0.04, 10)],
                ["blog"] = [],
                ["ahead"] = [new(false, 8, 20, 1, 0.5, 2)],
            },
            Today);

        Assert.Equal(("When our posts did best, 1 December 2026", "Engagement"), (page.Title, page.Series));
        var tables = page.Blocks.OfType<Table>().ToArray();
        Assert.Equal(["ahead", "town"], tables.Select(table => table.Caption));
        Assert.Equal(["Days", "Hour", "Posts", "Responses to a typical post", "Likely range"], tables[1].Columns.Select(column => column.Name));
        Assert.Equal([false, false, true, true, true], tables[1].Columns.Select(column => column.Numeric));
        Assert.Equal([["weekday", "09:00", "1,200", "41.7", "34.7 to 50.0"], ["weekend", "17:00", "3", "2.0", "0.0 to 10.0"]], tables[1].Rows);
        Assert.Equal("It takes 20 posts at more than one hour to say anything of blog, site.", Assert.Single(page.Blocks.OfType<Callout>()).Text.ToString());
        Assert.StartsWith("Each hour's posts are drawn", Assert.IsType<Paragraph>(page.Blocks[0]).Text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_post_it_says_what_it_takes_and_with_enough_it_does_not()
    {
        var none = BestTimesPage.ToDocument(new Dictionary<string, IReadOnlyList<HourScore>>(), Today);
        Assert.Equal("It takes 20 posts at more than one hour to say anything.", Assert.Single(none.Blocks.OfType<Callout>()).Text.ToString());

        var all = BestTimesPage.ToDocument(new Dictionary<string, IReadOnlyList<HourScore>> { ["town"] = [new(false, 8, 20, 1, 0.5, 2)] }, Today);
        Assert.Empty(all.Blocks.OfType<Callout>());
        Assert.Throws<ArgumentNullException>(() => BestTimesPage.ToDocument(null!, Today));
    }
}
