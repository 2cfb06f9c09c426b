using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Tests.Publishing;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Governance;

public class AuditTrailTests
{
    private readonly InMemoryLedger ledger = new(new FakeTimeProvider(DateTimeOffset.UnixEpoch));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_chain_verifies_and_says_what_was_done()
    {
        await AppendAsync(3);

        var verdict = await new AuditTrail(ledger).VerifyAsync(Cancel);
        var entries = await new AuditTrail(ledger).ReadAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal((true, 3, 0, entries[2].Hash), (verdict.Intact, verdict.Links, verdict.Erased, verdict.Head));
        Assert.Equal((1, "who", "act 0", "draft/1"), (entries[0].Sequence, entries[0].Actor, entries[0].Act, entries[0].Subject));
    }

    [Fact]
    public async Task An_empty_chain_is_whole() => Assert.True((await new AuditTrail(ledger).VerifyAsync(Cancel)).Intact);

    [Fact]
    public async Task Erasure_takes_the_words_and_leaves_the_chain_whole()
    {
        await AppendAsync(3);
        await ledger.CommitAsync(new LedgerBatch { Erase = [2] }, Cancel);

        var verdict = await new AuditTrail(ledger).VerifyAsync(Cancel);
        var entries = await new AuditTrail(ledger).ReadAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal((true, 3, 1), (verdict.Intact, verdict.Links, verdict.Erased));
        Assert.True(entries[1].Erased);
        Assert.Null(entries[1].Actor);
    }

    [Fact]
    public async Task Any_changed_byte_is_found_where_it_is()
    {
        await AppendAsync(5);
        await Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[1, 255]).SampleAsync(async (sequence, field, at, flip) =>
        {
            var verdict = await new AuditTrail(new Tampered(ledger, sequence, link => Flip(link, field, at, flip))).VerifyAsync(Cancel);
            Assert.Equal(sequence, verdict.Broken);
            Assert.Equal(sequence - 1, verdict.Links);
        }, iter: 100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_missing_link_is_found(int sequence)
    {
        await AppendAsync(5);

        var verdict = await new AuditTrail(new Tampered(ledger, sequence, _ => null)).VerifyAsync(Cancel);

        Assert.Equal(sequence, verdict.Broken);
    }

    [Fact]
    public async Task A_payload_without_its_salt_is_found()
    {
        await AppendAsync(2);

        var verdict = await new AuditTrail(new Tampered(ledger, 2, link => link with { Salt = null })).VerifyAsync(Cancel);

        Assert.Equal(2, verdict.Broken);
    }

    [Theory]
    [InlineData("{\"at\":")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_damaged_entry_is_named_by_its_sequence(string payload)
    {
        await AppendAsync(3);
        var tampered = new Tampered(ledger, 2, link => link with { Payload = System.Text.Encoding.UTF8.GetBytes(payload) });
        var read = new List<long>();

        var fault = await Assert.ThrowsAsync<LedgerException>(async () =>
        {
            await foreach (var entry in new AuditTrail(tampered).ReadAsync(Cancel))
            {
                read.Add(entry.Sequence);
            }
        });

        Assert.Equal(LedgerFault.Damaged, fault.Fault);
        Assert.Contains("entry 2 ", fault.Message, StringComparison.Ordinal);
        Assert.Equal([1], read);
    }

    private static ChainLink Flip(ChainLink link, int field, int at, int flip) => field switch
    {
        0 => link with { Commitment = Flip(link.Commitment, at, flip) },
        1 => link with { Hash = Flip(link.Hash, at, flip) },
        2 => link with { Salt = Flip(link.Salt!.Value, at, flip) },
        _ => link with { Payload = Flip(link.Payload!.Value, at, flip) },
    };

    private static byte[] Flip(ReadOnlyMemory<byte> bytes, int at, int flip)
    {
        var changed = bytes.ToArray();
        changed[at % changed.Length] ^= (byte)flip;
        return changed;
    }

    private async Task AppendAsync(int count)
    {
        var entries = Enumerable.Range(0, count).Select(i =>
            AuditEvent.Entry(DateTimeOffset.UnixEpoch, new Actor("who", []), $"act {i}", new RecordKey("draft", "1")));
        await ledger.CommitAsync(new LedgerBatch { Entries = [.. entries] }, Cancel);
    }

    private sealed class Tampered(ILedger inner, long sequence, Func<ChainLink, ChainLink?> change) : LedgerDecorator(inner)
    {
        public override IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) =>
            base.ReadChainAsync(after, cancel).Select(link => link.Sequence == sequence ? change(link) : link).OfType<ChainLink>();
    }
}
