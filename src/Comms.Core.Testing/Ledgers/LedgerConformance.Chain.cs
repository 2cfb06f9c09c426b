using Comms.Core.Ledger;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>Links have sequences from 1 without gaps, and each hash follows from the one before.</summary>
    [Fact]
    public async Task The_chain_grows_without_gaps_and_verifies()
    {
        await AppendAsync([.. Enumerable.Range(0, 5).Select(number => $"{number}")]);
        await AppendAsync([.. Enumerable.Range(5, 600).Select(number => $"{number}")]);
        var links = await ReadChainAsync();
        Assert.Equal(Enumerable.Range(0, 605).Select(number => $"{number}"), links.Select(link => Text(link.Payload!.Value)));
        Verify(links);
    }

    /// <summary>An erased link keeps its commitment and hash but neither payload nor salt, and the chain still verifies.</summary>
    [Fact]
    public async Task Erasing_leaves_a_chain_that_verifies()
    {
        await AppendAsync("one", "two", "three");
        var before = await ReadChainAsync();
        await EraseAsync(2);
        await AppendAsync("four");
        var links = await ReadChainAsync();
        Assert.Null(links[1].Payload);
        Assert.Null(links[1].Salt);
        Assert.True(links[1].Hash.Span.SequenceEqual(before[1].Hash.Span));
        Assert.Equal("three", Text(links[2].Payload!.Value));
        Verify(links);
    }

    /// <summary>Erasing again, or what is not there yet, changes nothing.</summary>
    [Fact]
    public async Task Erasing_twice_or_too_early_changes_nothing()
    {
        await AppendAsync("one");
        await EraseAsync(1, 1, 2, long.MaxValue);
        await EraseAsync(1);
        await Ledger.CommitAsync(new LedgerBatch { Entries = [Entry("two")], Erase = [2] }, Cancel);
        var links = await ReadChainAsync();
        Assert.Null(links[0].Payload);
        Assert.Equal("two", Text(links[1].Payload!.Value));
        Verify(links);
    }

    /// <summary>Reading goes on after any sequence.</summary>
    [Fact]
    public async Task Reads_the_chain_after_a_sequence()
    {
        await AppendAsync([.. Enumerable.Range(1, 300).Select(number => $"{number}")]);
        Assert.Equal([299L, 300L], (await ReadChainAsync(298)).Select(link => link.Sequence));
        Assert.Empty(await ReadChainAsync(300));
        Assert.Empty(await ReadChainAsync(long.MaxValue));
    }

    /// <summary>An entry may have an empty payload.</summary>
    [Fact]
    public async Task An_empty_payload_is_not_an_erased_one()
    {
        await AppendAsync("");
        Assert.Equal(0, Assert.Single(await ReadChainAsync()).Payload!.Value.Length);
    }

    private static ChainEntry Entry(string payload)
    {
        var salt = new byte[ChainEntry.SaltLength];
        new Chance((ulong)payload.Length + 1).Fill(salt);
        return new ChainEntry { Payload = Bytes(payload), Salt = salt };
    }

    private static void Verify(List<ChainLink> links)
    {
        var before = new byte[32];
        for (var index = 0; index < links.Count; index++)
        {
            var link = links[index];
            Assert.Equal(index + 1, link.Sequence);
            Assert.Equal(ChainLink.Next(before, link.Sequence, link.Commitment.Span), link.Hash.ToArray());
            if (link.Payload is { } payload)
            {
                var commitment = new ChainEntry { Payload = payload, Salt = link.Salt!.Value }.Commit();
                Assert.Equal(commitment, link.Commitment.ToArray());
            }

            before = link.Hash.ToArray();
        }
    }

    private async ValueTask AppendAsync(params string[] payloads)
    {
        var batch = new LedgerBatch { Entries = [.. payloads.Select(Entry)] };
        Assert.Equal(CommitResult.Done, await Ledger.CommitAsync(batch, Cancel));
    }

    private async ValueTask EraseAsync(params long[] sequences) =>
        Assert.Equal(CommitResult.Done, await Ledger.CommitAsync(new LedgerBatch { Erase = sequences }, Cancel));
}
