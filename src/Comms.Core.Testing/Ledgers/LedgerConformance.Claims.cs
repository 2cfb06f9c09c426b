using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>Only records of the kind that are due by the instant are claimed, that instant included.</summary>
    [Fact]
    public async Task Claims_what_is_due_and_nothing_else()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(
            Create("past", now.AddDays(-1)),
            Create("now", now),
            Create("soon", now.AddMilliseconds(1)),
            Create("never"),
            Create("past") with { Key = new RecordKey("other", "past"), Due = now });
        Assert.Equal("past now", await ClaimIdsAsync());
        Assert.Equal("soon", await ClaimIdsAsync(dueBy: now.AddMilliseconds(1)));
    }

    /// <summary>Due is judged by the instant asked for, not by the ledger's own clock.</summary>
    [Fact]
    public async Task Due_is_by_the_clock_of_the_engine()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow().AddYears(5)));
        Assert.Equal("a", await ClaimIdsAsync(dueBy: Clock.GetUtcNow().AddYears(6)));
    }

    /// <summary>Earliest due first, then in order of creation.</summary>
    [Fact]
    public async Task Claims_in_order_of_due_then_creation()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(
            Create("d", now),
            Create("b", now.AddMinutes(-1), "lane 2"),
            Create("e", now, "lane 1"),
            Create("c", now.AddMinutes(-1)),
            Create("a", now.AddMinutes(-2), "lane 1"),
            Create("f", now));
        Assert.Equal("a b c d e f", await ClaimIdsAsync());
    }

    /// <summary>No more than the limit; the next claim goes on.</summary>
    [Fact]
    public async Task Claims_no_more_than_the_limit()
    {
        await CommitAsync([.. Enumerable.Range(0, 7).Select(number => Create($"{number}", Clock.GetUtcNow()))]);
        Assert.Equal("0 1 2", await ClaimIdsAsync(3));
        Assert.Equal("3 4 5", await ClaimIdsAsync(3));
        Assert.Equal("6", await ClaimIdsAsync(3));
        Assert.Equal("", await ClaimIdsAsync(3));
    }

    /// <summary>When a record becomes due, is put off, waits for nothing any more or is removed, claims follow.</summary>
    [Fact]
    public async Task Claims_follow_a_changed_due()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("a"), Create("b", now), Create("c", now), Create("d", now), Create("e", now.AddHours(1)));
        await CommitAsync(
            Replace("a", 1, due: now),
            Replace("b", 1, due: now.AddHours(1)),
            Replace("c", 1),
            Remove("d", 1),
            Replace("e", 1, due: now.AddHours(-1)));
        Assert.Equal("e a", await ClaimIdsAsync());
    }

    /// <summary>Every fence is higher than that of any earlier claim of the record.</summary>
    [Fact]
    public async Task Fences_rise_with_each_claim()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var fence = 0L;
        for (var round = 0; round < 4; round++)
        {
            var leased = await ClaimOneAsync();
            Assert.True(leased.Fence > fence);
            fence = leased.Fence;
            await PassAsync(Lease);
        }
    }

    /// <summary>Hosts whose clocks are off claim nothing early when they leave the instant to the ledger.</summary>
    [Fact]
    public async Task Claims_what_is_due_by_its_own_clock_when_no_instant_is_given()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("due", now), Create("later", now + Lease));
        var request = new ClaimRequest { Kind = Kind, Holder = "one", LeaseFor = Lease };

        Assert.Equal("due", Assert.Single(await Ledger.ClaimAsync(request, Cancel)).Record.Key.Id);

        await PassAsync(Lease);
        Assert.Equal(["due", "later"], (await Ledger.ClaimAsync(request, Cancel)).Select(leased => leased.Record.Key.Id));
    }

    /// <summary>A request out of its ranges is the caller's mistake.</summary>
    [Fact]
    public async Task Refuses_a_claim_out_of_range()
    {
        var good = new ClaimRequest { Kind = Kind, DueBy = Clock.GetUtcNow(), Holder = "one", LeaseFor = Lease };
        ClaimRequest[] wrong =
        [
            good with { Kind = "" },
            good with { Holder = "" },
            good with { LeaseFor = TimeSpan.Zero },
            good with { LeaseFor = TimeSpan.FromDays(366) },
            good with { Limit = 0 },
        ];
        foreach (var request in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Ledger.ClaimAsync(request, Cancel));
        }
    }
}
