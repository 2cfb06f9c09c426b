using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// The time by which deliveries are judged: the ledger's own, as the last claim told it and as much later as has passed since,
/// so that a host whose clock is off or jumps sends nothing early and lets nothing expire. A clock that the host brought
/// itself, as an exercise does, is the truth instead. Timers run by the host's clock. Thread-safe.
/// </summary>
internal sealed class LedgerTime(TimeProvider clock, bool follows) : TimeProvider
{
    private volatile Told? _told;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Follows the ledger when the host has no clock but the machine's.</summary>
    public static LedgerTime Of(TimeProvider clock) => new(clock, follows: clock == System);

    /// <summary>The host's own time until the first claim brought something.</summary>
    public override DateTimeOffset GetUtcNow() => _told is { } told ? told.At + clock.GetElapsedTime(told.Asked) : clock.GetUtcNow();

    /// <summary>The later of the ledger's time and the host's own: for what had better be too late than too early.</summary>
    public DateTimeOffset Latest()
    {
        var (told, own) = (GetUtcNow(), clock.GetUtcNow());
        return told > own ? told : own;
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Claims what is due.</summary>
    /// <returns>The leased records, and when the leases end by this time.</returns>
    public async ValueTask<(IReadOnlyList<LeasedRecord> Claimed, DateTimeOffset Until)> ClaimAsync(ILedger ledger, ClaimRequest request, CancellationToken cancel)
    {
        if (!follows)
        {
            var now = clock.GetUtcNow();
            return (await ledger.ClaimAsync(request with { DueBy = now }, cancel).ConfigureAwait(false), now + request.LeaseFor);
        }

        // Counted from the question, the time is never behind the ledger's.
        var asked = clock.GetTimestamp();
        var claimed = await ledger.ClaimAsync(request, cancel).ConfigureAwait(false);
        if (claimed is not [var first, ..])
        {
            return (claimed, default);
        }

        _told = new Told(first.Until - request.LeaseFor, asked);
        return (claimed, first.Until);
    }

    /// <summary>How long until the next record of a kind falls due by this time; null when none waits for its time.</summary>
    public ValueTask<TimeSpan?> NextDueAsync(IDueHints hints, string kind, CancellationToken cancel) =>
        hints.NextDueAsync(kind, follows ? null : clock.GetUtcNow(), cancel);

    private sealed record Told(DateTimeOffset At, long Asked);
}
