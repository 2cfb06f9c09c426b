using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>More records than any page holds come in order of creation, each once.</summary>
    [Fact]
    public async Task Reads_in_order_of_creation()
    {
        var ids = Enumerable.Range(0, 700).Select(number => $"{(number * 389) % 700}").ToArray();
        await CommitAsync([.. ids.Take(300).Select(id => Create(id))]);
        await CommitAsync([.. ids.Skip(300).Select(id => Create(id))]);
        var records = await ReadAsync();
        Assert.Equal(ids, records.Select(record => record.Key.Id));
        Assert.All(records.Zip(records.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position));
    }

    /// <summary>A query gives records of its kind and lane, after its place, up to its limit.</summary>
    [Fact]
    public async Task Reads_what_the_query_asks_for()
    {
        await CommitAsync(Create("1", lane: "a"), Create("2", lane: "b"), Create("3", lane: "a"), Create("4"), Create("5", lane: "a"));
        await CommitAsync(Create("1") with { Key = new RecordKey("other", "1"), Lane = "a" });
        var after = (await GetAsync("1")).Position;
        var query = new RecordQuery { Kind = Kind };
        Assert.Equal("1 3 5", await ReadIdsAsync(query with { Lane = "a" }));
        Assert.Equal("3 5", await ReadIdsAsync(query with { Lane = "a", After = after }));
        Assert.Equal("3", await ReadIdsAsync(query with { Lane = "a", After = after, Limit = 1 }));
        Assert.Equal("1 2 3", await ReadIdsAsync(query with { Limit = 3 }));
        Assert.Equal("", await ReadIdsAsync(query with { Lane = "c" }));
        Assert.Equal("", await ReadIdsAsync(query with { After = long.MaxValue }));
    }

    /// <summary>What is due comes earliest first, more of it than any page holds, each once, and in order of creation where it is due at once.</summary>
    [Fact]
    public async Task Reads_what_is_due_in_the_order_in_which_it_is_due()
    {
        var start = Clock.GetUtcNow();
        var due = Enumerable.Range(0, 700).Select(number => start.AddMinutes((number * 389) % 350)).ToArray();
        await CommitAsync([.. due.Select((at, number) => Create($"{number}", at))]);
        await CommitAsync(Create("never"), Create("laned", start, lane: "a"), Create("late", start.AddDays(2)));
        var query = new RecordQuery { Kind = Kind, DueBy = start.AddDays(1) };
        var inOrder = Enumerable.Range(0, 700).OrderBy(number => due[number]).ThenBy(number => number).Select(number => $"{number}").ToArray();
        Assert.Equal(inOrder, (await ReadAsync(query)).Select(record => record.Key.Id));
        Assert.Equal(inOrder.Take(300), (await ReadAsync(query with { Limit = 300 })).Select(record => record.Key.Id));
        Assert.Equal(due.Count(at => at <= start.AddMinutes(10)), (await ReadAsync(query with { DueBy = start.AddMinutes(10) })).Count);
        Assert.Equal("", await ReadIdsAsync(query with { DueBy = start.AddTicks(-10_000) }));
        Assert.Equal("late", (await ReadAsync(query with { DueBy = DateTimeOffset.MaxValue })).Last().Key.Id);
    }

    /// <summary>Of a lane, what is due comes in the same order, leased or not; what is no longer due does not come.</summary>
    [Fact]
    public async Task Reads_what_is_due_in_a_lane_or_under_a_lease()
    {
        var start = Clock.GetUtcNow();
        await CommitAsync(Create("1", start.AddHours(2), lane: "a"), Create("2", start.AddHours(1), lane: "a"), Create("3", start, lane: "b"), Create("4", lane: "a"), Create("5", start));
        var query = new RecordQuery { Kind = Kind, Lane = "a", DueBy = start.AddDays(1) };
        Assert.Equal("2 1", await ReadIdsAsync(query));
        Assert.Equal("2", await ReadIdsAsync(query with { Limit = 1 }));
        Assert.Equal("", await ReadIdsAsync(query with { Lane = "c" }));
        await ClaimAsync(dueBy: start);
        Assert.Equal("5", await ReadIdsAsync(query with { Lane = null }));
        await CommitAsync(Replace("5", 1));
        Assert.Equal("", await ReadIdsAsync(query with { Lane = null }));
    }

    /// <summary>A reader may commit to what it reads, and sees nothing twice.</summary>
    [Fact]
    public async Task Nothing_is_read_twice_while_it_changes()
    {
        await CommitAsync([.. Enumerable.Range(0, 600).Select(number => Create($"{number}"))]);
        var seen = new HashSet<string>();
        await foreach (var record in Ledger.ReadAsync(new RecordQuery { Kind = Kind, Limit = 900 }, Cancel))
        {
            Assert.True(seen.Add(record.Key.Id));
            if (record.Revision == 1 && seen.Count % 50 == 0)
            {
                await CommitAsync(Replace(record.Key.Id, 1), Create($"new {seen.Count}"));
            }
        }

        Assert.True(seen.Count >= 600);
    }

    /// <summary>A reader may stop at any record.</summary>
    [Fact]
    public async Task A_reader_may_stop_early()
    {
        await CommitAsync([.. Enumerable.Range(0, 400).Select(number => Create($"{number}"))]);
        await foreach (var record in Ledger.ReadAsync(new RecordQuery { Kind = Kind }, Cancel))
        {
            Assert.Equal("0", record.Key.Id);
            break;
        }

        await CommitAsync(Remove("0", 1));
    }

    /// <summary>A query out of its ranges is the caller's mistake, told when it is asked.</summary>
    [Fact]
    public void Refuses_a_query_out_of_range()
    {
        var good = new RecordQuery { Kind = Kind };
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadAsync(good with { Kind = "" }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadAsync(good with { Lane = "" }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadAsync(good with { After = -1 }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadAsync(good with { Limit = 0 }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadAsync(good with { DueBy = DateTimeOffset.UnixEpoch, After = 1 }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => Ledger.ReadChainAsync(-1, Cancel));
    }

    private async ValueTask<string> ReadIdsAsync(RecordQuery query) =>
        string.Join(' ', (await ReadAsync(query)).Select(record => record.Key.Id));
}
