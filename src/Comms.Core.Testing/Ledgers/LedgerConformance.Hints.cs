using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    private IDueHints Hints
    {
        get
        {
            Assert.SkipUnless(Ledger is IDueHints, "This ledger gives no hints: its hosts look from time to time.");
            return (IDueHints)Ledger;
        }
    }

    /// <summary>A hint says how long until the next record falls due, and leaves out what is due and what never will be.</summary>
    [Fact]
    public async Task A_hint_tells_when_the_next_record_falls_due()
    {
        var now = Clock.GetUtcNow();
        Assert.Null(await Hints.NextDueAsync(Kind, now, Cancel));
        await CommitAsync(
            Create("never"), Create("due", now), Create("soon", now.AddSeconds(7)), Create("later", now.AddHours(1)),
            Create("in a lane", now.AddSeconds(20), lane: "a"));

        Assert.Equal(TimeSpan.FromSeconds(7), await Hints.NextDueAsync(Kind, now, Cancel));
        Assert.Equal(TimeSpan.FromSeconds(13), await Hints.NextDueAsync(Kind, now.AddSeconds(7), Cancel));
        Assert.Equal(TimeSpan.FromMinutes(59), await Hints.NextDueAsync(Kind, now.AddMinutes(1), Cancel));
        Assert.Null(await Hints.NextDueAsync(Kind, now.AddHours(1), Cancel));
        Assert.Null(await Hints.NextDueAsync("another kind", now, Cancel));
    }

    /// <summary>Without an instant, the ledger's own clock is the present.</summary>
    [Fact]
    public async Task A_hint_counts_from_the_ledgers_own_present()
    {
        await CommitAsync(Create("tomorrow", Clock.GetUtcNow().AddDays(1)));
        var wait = await Hints.NextDueAsync(Kind, null, Cancel);

        Assert.InRange(wait!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
    }

    /// <summary>Of a lane only its first due record counts: those behind it wait for it.</summary>
    [Fact]
    public async Task A_hint_looks_at_the_first_record_of_each_lane()
    {
        var now = Clock.GetUtcNow();
        await CommitAsync(
            Create("first", now, lane: "busy"), Create("behind it", now.AddSeconds(5), lane: "busy"), Create("elsewhere", now.AddSeconds(9), lane: "idle"));
        Assert.Equal(TimeSpan.FromSeconds(9), await Hints.NextDueAsync(Kind, now, Cancel));

        await CommitAsync(Remove("first", 1));
        Assert.Equal(TimeSpan.FromSeconds(5), await Hints.NextDueAsync(Kind, now, Cancel));
    }

    /// <summary>Whoever listens hears of records that ask to be claimed, of that kind alone, and of nothing that was refused.</summary>
    [Fact]
    public async Task Whoever_listens_hears_of_what_asks_to_be_claimed_until_they_stop()
    {
        var (heard, other) = (0, 0);
        var now = Clock.GetUtcNow();
        using (Hints.Hear(Kind, () => Interlocked.Increment(ref heard)))
        using (Hints.Hear("another kind", () => Interlocked.Increment(ref other)))
        {
            var before = await SettledAsync(() => heard);
            await CommitAsync(Create("never"));
            Assert.Equal(CommitRefusal.Conflict, (await TryAsync(Create("never", now))).Refusal);
            Assert.Equal(before, await SettledAsync(() => heard));

            await CommitAsync(Create("asks", now));
            Assert.True(await SettledAsync(() => heard) > before, "Nothing was heard.");
            Assert.True(await SettledAsync(() => other) <= 1, "Another kind was told.");
        }

        var after = await SettledAsync(() => heard);
        await CommitAsync(Create("asks too", now));
        Assert.Equal(after, await SettledAsync(() => heard));
    }

    /// <summary>What its holder keeps under its lease is no news to others.</summary>
    [Fact]
    public async Task What_stays_under_its_lease_is_not_told()
    {
        await CommitAsync(Create("held", Clock.GetUtcNow()));
        var leased = await ClaimOneAsync();
        var heard = 0;
        using var listening = Hints.Hear(Kind, () => Interlocked.Increment(ref heard));
        var before = await SettledAsync(() => heard);

        await CommitAsync(Fenced(leased, release: false, due: Clock.GetUtcNow()));
        Assert.Equal(before, await SettledAsync(() => heard));

        await CommitAsync(Fenced(leased with { Record = await GetAsync("held") }, due: Clock.GetUtcNow()));
        Assert.True(await SettledAsync(() => heard) > before, "Nothing was heard.");
    }

    /// <summary>A ledger may call a little later, and for nothing when it begins to listen.</summary>
    private static async ValueTask<int> SettledAsync(Func<int> count)
    {
        for (var (before, quiet) = (count(), 0); quiet < 10; quiet++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            if (count() != before)
            {
                (before, quiet) = (count(), 0);
            }
        }

        return count();
    }
}
