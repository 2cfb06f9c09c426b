using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>A batch that is refused at its last write has changed nothing, the chain included.</summary>
    [Fact]
    public async Task Changes_nothing_when_any_write_is_refused()
    {
        await CommitAsync(Create("a"), Create("b"));
        await AppendAsync("kept");
        var refused = await Ledger.CommitAsync(
            new LedgerBatch
            {
                Writes = [Replace("a", 1), Remove("b", 1), Create("c"), Replace("d", 4)],
                Entries = [Entry("lost")],
                Erase = [1],
            },
            Cancel);
        Assert.Equal(new CommitResult(CommitRefusal.Conflict, Key("d")), refused);
        Assert.Equal(["a", "b"], (await ReadAsync()).Select(record => record.Key.Id));
        Assert.Equal(1, (await GetAsync("a")).Revision);
        Assert.NotNull(Assert.Single(await ReadChainAsync()).Payload);
    }

    /// <summary>A refused batch leaves no gap that a later one could show.</summary>
    [Fact]
    public async Task A_refused_batch_leaves_the_chain_without_a_gap()
    {
        await AppendAsync("one");
        await Ledger.CommitAsync(new LedgerBatch { Writes = [Replace("a", 1)], Entries = [Entry("lost")] }, Cancel);
        await AppendAsync("two");
        Assert.Equal([1L, 2L], (await ReadChainAsync()).Select(link => link.Sequence));
    }

    /// <summary>Records, requirements and chain entries of one batch commit together.</summary>
    [Fact]
    public async Task Commits_records_and_entries_together()
    {
        await CommitAsync(Create("hold"));
        var result = await Ledger.CommitAsync(
            new LedgerBatch
            {
                Requires = [new RecordRequirement(Key("hold"), 1), new RecordRequirement(Key("absent"), 0)],
                Writes = [Create("a"), Create("b")],
                Entries = [Entry("both")],
            },
            Cancel);
        Assert.Equal(CommitResult.Done, result);
        Assert.Equal(3, (await ReadAsync()).Count);
        Assert.Single(await ReadChainAsync());
    }

    /// <summary>A requirement that does not hold refuses the batch and is named; it comes before the writes.</summary>
    [Theory]
    [InlineData("hold", 0)]
    [InlineData("hold", 1)]
    [InlineData("absent", 1)]
    public async Task Refuses_a_batch_whose_requirement_does_not_hold(string id, long revision)
    {
        await CommitAsync(Create("hold"));
        await CommitAsync(Replace("hold", 1));
        var batch = new LedgerBatch
        {
            Requires = [new RecordRequirement(Key("hold"), 2), new RecordRequirement(Key(id), revision)],
            Writes = [Create("a"), Replace("b", 9)],
        };
        Assert.Equal(
            new CommitResult(CommitRefusal.Requirement, Key(id)),
            await Ledger.CommitAsync(batch, Cancel));
        Assert.Null(await FindAsync("a"));
    }

    /// <summary>Requirements are about the ledger before the batch, not about what the batch itself writes.</summary>
    [Fact]
    public async Task A_requirement_sees_the_ledger_as_it_stood_before()
    {
        var batch = new LedgerBatch { Requires = [new RecordRequirement(Key("a"), 0)], Writes = [Create("a")] };
        Assert.Equal(CommitResult.Done, await Ledger.CommitAsync(batch, Cancel));
        Assert.False((await Ledger.CommitAsync(batch, Cancel)).Committed);
    }

    /// <summary>An empty batch commits.</summary>
    [Fact]
    public async Task An_empty_batch_commits() =>
        Assert.Equal(CommitResult.Done, await Ledger.CommitAsync(new LedgerBatch(), Cancel));

    /// <summary>What no ledger could take is the caller's mistake, and changes nothing.</summary>
    [Fact]
    public async Task Refuses_what_no_ledger_could_take()
    {
        await RefusesAsync(Create("a"), Create("a"));
        await RefusesAsync(Create("a") with { Key = new RecordKey("", "a") });
        await RefusesAsync(Create("a") with { Key = new RecordKey(Kind, null!) });
        await RefusesAsync(Create(""));
        await RefusesAsync(Create("nul\0"));
        await RefusesAsync(Create("half \ud83d pair"));
        await RefusesAsync(Create(new string('x', RecordKey.MaxLength + 1)));
        await RefusesAsync(Create("a", lane: ""));
        await RefusesAsync(Replace("a", -1));
        await RefusesAsync(Remove("a", 0));
        Assert.Empty(await ReadAsync());
    }

    /// <summary>A salt of another length, and a sequence below 1, are the caller's mistake.</summary>
    [Fact]
    public async Task Refuses_a_wrong_salt_and_a_wrong_sequence()
    {
        var salted = new LedgerBatch { Entries = [Entry("a") with { Salt = new byte[3] }] };
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Ledger.CommitAsync(salted, Cancel));
        var erasing = new LedgerBatch { Erase = [0] };
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Ledger.CommitAsync(erasing, Cancel));
    }

    /// <summary>A name may have as many characters as the contract says, of any plane.</summary>
    [Fact]
    public async Task Takes_the_longest_names()
    {
        var longest = string.Concat(Enumerable.Repeat("\ud83d\ude80", RecordKey.MaxLength / 2));
        var write = Create(longest, Clock.GetUtcNow(), longest) with { Key = new RecordKey(longest, longest) };
        await CommitAsync(write);
        Assert.Equal(longest, (await Ledger.FindAsync(write.Key, Cancel))!.Lane);
    }

    private async Task RefusesAsync(params LedgerWrite[] writes) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await TryAsync(writes));
}
