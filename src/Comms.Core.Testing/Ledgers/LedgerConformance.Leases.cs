using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>A claim gives the record as it is, without a new revision, and a lease of the length asked for.</summary>
    [Fact]
    public async Task Leases_a_due_record_as_it_is()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow(), "lane", "content"));
        var leased = await ClaimOneAsync();
        Assert.Equal((1L, "content", "lane"), (leased.Record.Revision, Text(leased.Record.Content), leased.Record.Lane));
        Assert.Equal(1, (await GetAsync("a")).Revision);
        await AssertUntilAsync(leased);
    }

    /// <summary>A record under a live lease is passed over; at its end it is claimed anew with a higher fence.</summary>
    [Fact]
    public async Task Passes_over_a_leased_record_until_its_lease_ends()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var first = await ClaimOneAsync();
        Assert.Empty(await ClaimAsync(holder: "two"));
        Assert.Empty(await ClaimAsync(holder: "one"));
        await PassAsync(Lease);
        Assert.True((await ClaimOneAsync()).Fence > first.Fence);
    }

    /// <summary>The holder writes with its fence and thereby ends the lease.</summary>
    [Fact]
    public async Task A_fenced_write_ends_the_lease()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        await CommitAsync(Fenced(leased, due: Clock.GetUtcNow()));
        Assert.Equal(2, (await ClaimOneAsync()).Record.Revision);
        Assert.Equal(CommitRefusal.LeaseLost, (await TryAsync(Fenced(leased) with { Expected = 2 })).Refusal);
    }

    /// <summary>A fenced write that does not release keeps the lease and its fence.</summary>
    [Fact]
    public async Task A_fenced_write_may_keep_the_lease()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        await CommitAsync(Fenced(leased, release: false, due: Clock.GetUtcNow()));
        Assert.Empty(await ClaimAsync());
        await CommitAsync(Fenced(leased) with { Expected = 2 });
    }

    /// <summary>A write whose lease has ended is refused, even when nobody else has claimed the record.</summary>
    [Fact]
    public async Task Refuses_a_fence_whose_lease_has_ended()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        await PassAsync(Lease);
        Assert.Equal(new CommitResult(CommitRefusal.LeaseLost, Key("a")), await TryAsync(Fenced(leased)));
        Assert.Equal(
            new CommitResult(CommitRefusal.LeaseLost, Key("a")),
            await TryAsync(Fenced(leased) with { Content = null }));
        Assert.Equal(1, (await GetAsync("a")).Revision);
    }

    /// <summary>An older fence is refused while another holder has the lease, whose own fence still works.</summary>
    [Fact]
    public async Task Refuses_the_fence_of_an_earlier_claim()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var zombie = await ClaimOneAsync();
        await PassAsync(Lease);
        var holder = await ClaimOneAsync();
        Assert.Equal(CommitRefusal.LeaseLost, (await TryAsync(Fenced(zombie))).Refusal);
        Assert.Equal(CommitRefusal.LeaseLost, (await TryAsync(Fenced(holder) with { Fence = holder.Fence + 1 })).Refusal);
        await CommitAsync(Fenced(holder));
    }

    /// <summary>A fence is refused for a record that was never claimed, or that does not exist.</summary>
    [Fact]
    public async Task Refuses_a_fence_without_a_lease()
    {
        await CommitAsync(Create("a"));
        Assert.Equal(new CommitResult(CommitRefusal.LeaseLost, Key("a")), await TryAsync(Replace("a", 1) with { Fence = 0 }));
        Assert.Equal(new CommitResult(CommitRefusal.LeaseLost, Key("b")), await TryAsync(Create("b") with { Fence = 1 }));
        Assert.Equal(new CommitResult(CommitRefusal.Conflict, Key("c")), await TryAsync(Replace("c", 1) with { Fence = 1 }));
    }

    /// <summary>A write at another revision is a conflict before it is a lost lease.</summary>
    [Fact]
    public async Task A_conflict_comes_before_a_lost_lease()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        await CommitAsync(Replace("a", 1));
        await PassAsync(Lease);
        Assert.Equal(CommitRefusal.Conflict, (await TryAsync(Fenced(leased))).Refusal);
    }

    /// <summary>A write without a fence is guarded by its revision alone and leaves the lease as it is.</summary>
    [Fact]
    public async Task An_unfenced_write_leaves_the_lease()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        await CommitAsync(Replace("a", 1, due: Clock.GetUtcNow()));
        Assert.Empty(await ClaimAsync());
        await CommitAsync(Fenced(leased) with { Expected = 2 });
    }

    /// <summary>Whoever claimed a record before it was removed cannot write to the one created in its place.</summary>
    [Fact]
    public async Task A_fence_outlives_no_removal()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var zombie = await ClaimOneAsync();
        await CommitAsync(Remove("a", 1));
        await CommitAsync(Create("a", Clock.GetUtcNow()));
        var holder = await ClaimOneAsync();
        Assert.True(holder.Fence > zombie.Fence);
        Assert.Equal(CommitRefusal.LeaseLost, (await TryAsync(Fenced(zombie))).Refusal);
    }

    /// <summary>One lost lease refuses the whole batch.</summary>
    [Fact]
    public async Task A_lost_lease_refuses_the_whole_batch()
    {
        await CommitAsync(Create("a", Clock.GetUtcNow()), Create("b"));
        var leased = await ClaimOneAsync();
        await PassAsync(Lease);
        Assert.Equal(
            new CommitResult(CommitRefusal.LeaseLost, Key("a")),
            await TryAsync(Replace("b", 1), Fenced(leased), Create("c")));
        Assert.Equal(1, (await GetAsync("b")).Revision);
        Assert.Null(await FindAsync("c"));
    }

    /// <summary>Checks the end of a lease just taken. Override when <see cref="PassAsync"/> is by another clock.</summary>
    /// <param name="leased">A lease of length <see cref="Lease"/>.</param>
    protected virtual ValueTask AssertUntilAsync(LeasedRecord leased)
    {
        ArgumentNullException.ThrowIfNull(leased);
        Assert.Equal(Clock.GetUtcNow() + Lease, leased.Until);
        return ValueTask.CompletedTask;
    }
}
