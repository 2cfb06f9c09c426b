using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>A record that was never written is not found.</summary>
    [Fact]
    public async Task Finds_nothing_in_an_empty_ledger()
    {
        Assert.Null(await FindAsync("a"));
        Assert.Empty(await ReadAsync());
        Assert.Empty(await ReadChainAsync());
        Assert.Empty(await ClaimAsync());
    }

    /// <summary>A created record has revision 1 and everything that was given.</summary>
    [Fact]
    public async Task Creates_a_record_at_revision_one()
    {
        var due = Clock.GetUtcNow().AddHours(1);
        await CommitAsync(Create("a", due, "lane", "content"));
        var record = await GetAsync("a");
        Assert.Equal((Key("a"), 1L, "content", "lane"), (record.Key, record.Revision, Text(record.Content), record.Lane));
        Assert.Equal(due, record.Due);
    }

    /// <summary>A replaced record has the next revision, and its place and lane as before.</summary>
    [Fact]
    public async Task Replaces_content_and_due_but_not_place_or_lane()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow(), "lane"));
        var before = await GetAsync("a");
        await CommitAsync(Replace("a", 1) with { Lane = "another" });
        var after = await GetAsync("a");
        Assert.Equal((2L, "second", "lane", before.Position), (after.Revision, Text(after.Content), after.Lane, after.Position));
        Assert.Null(after.Due);
    }

    /// <summary>A removed record is gone, and can be created anew at a later place.</summary>
    [Fact]
    public async Task Removes_a_record_and_never_reuses_its_place()
    {
        await CommitAsync(Create("a"));
        var first = await GetAsync("a");
        await CommitAsync(Remove("a", 1));
        Assert.Null(await FindAsync("a"));
        Assert.Empty(await ReadAsync());
        await CommitAsync(Create("a"));
        var second = await GetAsync("a");
        Assert.Equal(1, second.Revision);
        Assert.True(second.Position > first.Position);
    }

    /// <summary>A write that expects another revision is refused, and named.</summary>
    [Theory]
    [InlineData("a", 0)]
    [InlineData("a", 1)]
    [InlineData("a", 3)]
    [InlineData("b", 1)]
    public async Task Refuses_a_write_at_another_revision(string id, long expected)
    {
        await CommitAsync(Create("a"));
        await CommitAsync(Replace("a", 1, "kept"));
        var result = await TryAsync(Replace(id, expected));
        Assert.Equal(new CommitResult(CommitRefusal.Conflict, Key(id)), result);
        Assert.Equal("kept", Text((await GetAsync("a")).Content));
        Assert.Null(await FindAsync("b"));
    }

    /// <summary>A removal that expects another revision is refused.</summary>
    [Fact]
    public async Task Refuses_to_remove_at_another_revision()
    {
        await CommitAsync(Create("a"));
        Assert.Equal(new CommitResult(CommitRefusal.Conflict, Key("a")), await TryAsync(Remove("a", 2)));
        Assert.Equal(new CommitResult(CommitRefusal.Conflict, Key("b")), await TryAsync(Remove("b", 1)));
        Assert.NotNull(await FindAsync("a"));
    }

    /// <summary>Ids are compared ordinally, and the same id in two kinds is two records.</summary>
    [Fact]
    public async Task Keeps_apart_what_only_looks_the_same()
    {
        string[] ids = ["a", "A", "\u00e5", "a\u030a", " a", "a ", "\ud83d\ude80", "a'b", "a%", "a_"];
        await CommitAsync([.. ids.Select(id => Create(id, content: id))]);
        await CommitAsync(Create("a") with { Key = new RecordKey("other", "a") });
        foreach (var id in ids)
        {
            Assert.Equal(id, Text((await GetAsync(id)).Content));
        }
    }

    /// <summary>Content is any bytes, none included, and is copied when it is committed.</summary>
    [Fact]
    public async Task Keeps_any_bytes_as_they_were_committed()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(value => (byte)value).ToArray();
        var expected = bytes.ToArray();
        await CommitAsync(Create("a") with { Content = bytes }, Create("b", content: ""));
        Array.Clear(bytes);
        Assert.True((await GetAsync("a")).Content.Span.SequenceEqual(expected));
        Assert.Equal(0, (await GetAsync("b")).Content.Length);
    }

    /// <summary>An instant is kept to the millisecond, as UTC.</summary>
    [Fact]
    public async Task Keeps_a_due_instant_to_the_millisecond()
    {
        var due = new DateTimeOffset(2026, 3, 29, 1, 30, 15, 123, 456, TimeSpan.FromHours(1));
        await CommitAsync(Create("a", due));
        var kept = (await GetAsync("a")).Due!.Value;
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 0, 30, 15, 123, TimeSpan.Zero), kept);
        Assert.Equal(TimeSpan.Zero, kept.Offset);
    }

    /// <summary>A record written before the ledger was closed is there when it opens again, places and fences included.</summary>
    [Fact]
    public async Task Keeps_everything_when_opened_again()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow(), "lane"), Create("b", Clock.GetUtcNow()));
        await Ledger.CommitAsync(new LedgerBatch { Entries = [Entry("one"), Entry("two")], Erase = [1] }, Cancel);
        var leased = await ClaimAsync(1);
        var last = (await GetAsync("b")).Position;
        await CommitAsync(Remove("b", 1));

        await ReopenOrSkipAsync();
        Assert.Equal("lane", (await GetAsync("a")).Lane);
        Assert.Empty(await ClaimAsync());
        await PassAsync(Lease);
        Assert.True((await ClaimOneAsync()).Fence > leased[0].Fence);
        await CommitAsync(Create("c"));
        Assert.True((await GetAsync("c")).Position > last);
        Assert.Equal(2, (await ReadChainAsync()).Count);
    }
}
