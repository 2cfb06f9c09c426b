using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Sinks;

/// <summary>
/// Sends what one sink does not have yet: claim, commit the intent, send once, commit the outcome. What stopped between the
/// two may have arrived, and is looked for before anything is sent again. A failure ends the round: a sink that is down is
/// not asked for every case in turn.
/// </summary>
internal sealed class CopyRounds(ILedger ledger, TimeProvider clock, string host, CaseSinkOptions options, ICaseSink sink)
{
    private const string Lost = "another host took it over";
    private static readonly TimeSpan BesideSending = TimeSpan.FromSeconds(10);

    /// <returns>How many were sent, and what went wrong, in words; null when nothing did.</returns>
    public async ValueTask<(int Sent, string? Fault)> RunAsync(CancellationToken cancel)
    {
        for (var sent = 0; ;)
        {
            var request = new ClaimRequest
            {
                Kind = CopyRecord.KindOf(sink.Id),
                DueBy = clock.GetUtcNow(),
                Holder = host,
                LeaseFor = (2 * options.SendWithin) + BesideSending,
                Limit = 1,
            };
            if (await ledger.ClaimAsync(request, cancel).ConfigureAwait(false) is not [var leased])
            {
                return (sent, null);
            }

            if (StoredRecord.Whole(leased.Record, CopyRecord.Open) is not { } copy)
            {
                await LeasedCopy.ParkAsync(ledger, leased, cancel).ConfigureAwait(false);
                return (sent, $"{sink.Id}: what is known of case {leased.Record.Key.Id} there is damaged");
            }

            var work = new LeasedCopy(ledger, clock, leased, copy);
            if (await WorkAsync(work, cancel).ConfigureAwait(false) is { } fault)
            {
                return (sent, $"{sink.Id}: case {copy.Case}: {fault}");
            }

            sent += work.Now.State == CopyState.Standing ? 1 : 0;
        }
    }

    /// <returns>What went wrong, in words; null when nothing did.</returns>
    private async ValueTask<string?> WorkAsync(LeasedCopy work, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(Case.KeyOf(work.Now.Case), cancel).ConfigureAwait(false);
        if (record is null)
        {
            await work.DropAsync(cancel).ConfigureAwait(false);
            return null;
        }

        return StoredRecord.Whole(record, Case.Open) is not { } now ? await EndAsync(work, work.Now.NotYet("it is damaged"), Wait(work), said: null, "it is damaged").ConfigureAwait(false)
            : work.Now.State == CopyState.Sending ? await SettleAsync(work, now, cancel).ConfigureAwait(false)
            : work.Now.Has == now.Revision ? await EndAsync(work, work.Now with { State = CopyState.Standing }, wait: null, said: null, fault: null).ConfigureAwait(false)
            : await SendAsync(work, now, cancel).ConfigureAwait(false);
    }

    private async ValueTask<string?> SendAsync(LeasedCopy work, Case now, CancellationToken cancel) =>
        await work.BeginAsync(now.Revision, options.SendWithin + BesideSending, cancel).ConfigureAwait(false)
            ? await SendAsync(work, work.Now.Of(now, now.Revision)).ConfigureAwait(false)
            : Lost;

    private async ValueTask<string?> SendAsync(LeasedCopy work, CaseCopy copy)
    {
        var (outcome, doubt) = await CallAsync(copy).ConfigureAwait(false);
        return outcome switch
        {
            SendOutcome.Accepted accepted => await EndAsync(work, work.Now.Stood(accepted.Receipt), wait: null, $"stands as {accepted.Receipt.Id}", fault: null).ConfigureAwait(false),
            SendOutcome.Rejected rejected => await EndAsync(work, work.Now.No(rejected.Reason), wait: null, $"refused: {rejected.Reason}", rejected.Reason).ConfigureAwait(false),
            SendOutcome.NotSent no => await EndAsync(work, work.Now.NotYet(no.Reason), no.RetryAfter ?? Wait(work), said: null, no.Reason).ConfigureAwait(false),
            _ => await DoubtAsync(work, doubt).ConfigureAwait(false),
        };
    }

    /// <summary>The one mutating call. Whoever stops the engine does not stop it.</summary>
    /// <returns>No outcome and why where it is not known.</returns>
    private async ValueTask<(SendOutcome? Outcome, string Doubt)> CallAsync(CaseCopy copy)
    {
        using var late = new CancellationTokenSource(options.SendWithin, clock);
        try
        {
            return (await sink.SendAsync(copy, late.Token).ConfigureAwait(false), "it gave no outcome");
        }
        catch (Exception fault)
        {
            return (null, late.IsCancellationRequested ? "it took too long" : fault.Message);
        }
    }

    private ValueTask<string?> DoubtAsync(LeasedCopy work, string reason) => sink is ICaseLookUp
        ? EndAsync(work, work.Now.Unknown(reason), Wait(work), said: null, reason)
        : EndAsync(work, work.Now.Ask(reason), wait: null, $"it is not known whether it arrived: {reason}", reason);

    /// <summary>Looks for what an attempt that gave no outcome had for an effect, and sends again what certainly had none.</summary>
    private async ValueTask<string?> SettleAsync(LeasedCopy work, Case now, CancellationToken cancel)
    {
        switch (await LookAsync(work, now, cancel).ConfigureAwait(false))
        {
            case ReadBack.Found found:
                var next = work.Now.Stood(found.Receipt, now.Revision);
                return await EndAsync(work, next, next.State == CopyState.Waiting ? TimeSpan.Zero : null, $"was found as {found.Receipt.Id}", fault: null).ConfigureAwait(false);
            case ReadBack.Absent:
                return await SendAsync(work, now, cancel).ConfigureAwait(false);
            case ReadBack.Unknown unknown:
                return await DoubtAsync(work, unknown.Reason).ConfigureAwait(false);
            case var other:
                throw new InvalidOperationException($"{other} is no answer.");
        }
    }

    private async ValueTask<ReadBack> LookAsync(LeasedCopy work, Case now, CancellationToken cancel)
    {
        if (sink is not ICaseLookUp lookUp)
        {
            return new ReadBack.Unknown("the sender stopped before it could say");
        }

        using var late = new CancellationTokenSource(options.SendWithin, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await lookUp.FindAsync(work.Now.Of(now, work.Now.Sending), stop.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return new ReadBack.Unknown(late.IsCancellationRequested ? "it could not say in time" : fault.Message);
        }
    }

    private static async ValueTask<string?> KeptAsync(ValueTask<bool> kept, string? fault) => await kept.ConfigureAwait(false) ? fault : Lost;

    /// <summary>Kept whatever stops the engine: the outcome is known, and would be in doubt otherwise.</summary>
    private ValueTask<string?> EndAsync(LeasedCopy work, CopyRecord next, TimeSpan? wait, string? said, string? fault) =>
        KeptAsync(work.EndAsync(next, clock.GetUtcNow() + wait, said, CancellationToken.None), fault);

    private TimeSpan Wait(LeasedCopy work) => options.WaitAfter(work.Now.Failures + 1);
}
