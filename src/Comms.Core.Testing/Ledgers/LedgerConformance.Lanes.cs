using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    /// <summary>One claim may take several records of a lane, in order; then no other claim has any of that lane.</summary>
    [Fact]
    public async Task A_lane_has_one_holder_at_a_time()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("a1", now, "a"), Create("a2", now, "a"), Create("a3", now, "a"), Create("b1", now, "b"));
        Assert.Equal("a1 a2", await ClaimIdsAsync(2));
        Assert.Equal("b1", await ClaimIdsAsync());
        await PassAsync(Lease);
        Assert.Equal("a1 a2 a3 b1", await ClaimIdsAsync());
    }

    /// <summary>A lane is free when the last lease in it has ended, and goes on where it stood.</summary>
    [Fact]
    public async Task A_lane_is_free_when_its_last_lease_ends()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("1", now, "a"), Create("2", now, "a"), Create("3", now, "a"));
        var leased = await ClaimAsync(2);
        await CommitAsync(Fenced(leased[0]));
        Assert.Empty(await ClaimAsync());
        await CommitAsync(Fenced(leased[1], due: now));
        Assert.Equal("2 3", await ClaimIdsAsync());
    }

    /// <summary>A leased record holds its lane also when it no longer waits for anything.</summary>
    [Fact]
    public async Task A_lease_holds_the_lane_whenever_its_record_is_due()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("1", now, "a"));
        await ClaimOneAsync();
        await CommitAsync(Replace("1", 1), Create("2", now.AddHours(-1), "a"));
        Assert.Empty(await ClaimAsync());
        await PassAsync(Lease);
        Assert.Equal("2", await ClaimIdsAsync());
    }

    /// <summary>A record that is removed holds its lane no longer.</summary>
    [Fact]
    public async Task A_removed_record_frees_its_lane()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("1", now, "a"), Create("2", now, "a"));
        await ClaimAsync(1);
        await CommitAsync(Remove("1", 1));
        Assert.Equal("2", await ClaimIdsAsync());
    }

    /// <summary>Lanes of two kinds have nothing to do with each other.</summary>
    [Fact]
    public async Task A_lane_belongs_to_one_kind()
    {
        var now = Clock.GetUtcNow();
        var other = Create("1", now, "a") with { Key = new Comms.Core.Ledger.RecordKey("other", "1") };
        await CommitAsync(Create("1", now, "a"), other);
        await ClaimOneAsync();
        var request = new Comms.Core.Ledger.ClaimRequest { Kind = "other", DueBy = now, Holder = "two", LeaseFor = Lease };
        Assert.Single(await Ledger.ClaimAsync(request, Cancel));
    }

    /// <summary>What is not yet due in a lane keeps nothing in it back.</summary>
    [Fact]
    public async Task A_lane_is_in_order_of_due_not_of_creation()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(Create("late", now.AddHours(1), "a"), Create("second", now, "a"), Create("first", now.AddHours(-1), "a"));
        Assert.Equal("first second", await ClaimIdsAsync());
    }

    /// <summary>Many lanes with much waiting in each: each lane keeps its order, whatever the limit.</summary>
    [Fact]
    public async Task Lanes_keep_their_order_under_small_claims()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync([.. Enumerable.Range(0, 60).Select(number => Create($"{number:00}", now, $"lane {number % 5}"))]);
        var taken = new List<string>();
        for (var claimed = await ClaimAsync(7); claimed.Count > 0; claimed = await ClaimAsync(7))
        {
            taken.AddRange(claimed.Select(leased => leased.Record.Key.Id));
            await CommitAsync([.. claimed.Select(leased => Fenced(leased))]);
        }

        Assert.Equal(Enumerable.Range(0, 60).Select(number => $"{number:00}"), taken);
    }
}
