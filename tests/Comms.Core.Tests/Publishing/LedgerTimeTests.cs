using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class LedgerTimeTests
{
    private static readonly ClaimRequest Request = new() { Kind = "thing", Holder = "one", LeaseFor = TimeSpan.FromMinutes(5) };

    private readonly FakeTimeProvider right = new(PublishingWorld.Nine);
    private readonly FakeTimeProvider fast = new(PublishingWorld.Nine.AddHours(1));

    [Fact]
    public async Task A_host_whose_clock_is_fast_claims_nothing_early_and_judges_by_the_ledgers_time()
    {
        var ledger = await LedgerAsync(("now", PublishingWorld.Nine), ("soon", PublishingWorld.Nine.AddMinutes(30)));
        var time = new LedgerTime(fast, follows: true);

        var (claimed, until) = await time.ClaimAsync(ledger, Request, PublishingWorld.Cancel);

        Assert.Equal("now", Assert.Single(claimed).Record.Key.Id);
        Assert.Equal(PublishingWorld.Nine, time.GetUtcNow());
        Assert.Equal(PublishingWorld.Nine.AddMinutes(5), until);
        fast.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(PublishingWorld.Nine.AddSeconds(3), time.GetUtcNow());
    }

    [Fact]
    public async Task A_clock_that_the_host_brought_is_the_truth()
    {
        var ledger = await LedgerAsync(("soon", PublishingWorld.Nine.AddMinutes(30)));
        var time = LedgerTime.Of(fast);

        var (claimed, until) = await time.ClaimAsync(ledger, Request, PublishingWorld.Cancel);

        Assert.Single(claimed);
        Assert.Equal(fast.GetUtcNow(), time.GetUtcNow());
        Assert.Equal(fast.GetUtcNow().AddMinutes(5), until);
    }

    private async Task<InMemoryLedger> LedgerAsync(params (string Id, DateTimeOffset Due)[] things)
    {
        var ledger = new InMemoryLedger(right);
        var writes = things.Select(thing => new LedgerWrite { Key = new RecordKey("thing", thing.Id), Expected = 0, Content = new byte[] { 1 }, Due = thing.Due });
        await ledger.CommitAsync(new LedgerBatch { Writes = [.. writes] }, PublishingWorld.Cancel);
        return ledger;
    }
}
