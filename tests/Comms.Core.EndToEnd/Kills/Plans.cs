using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>Plans posts, and sees what becomes of them.</summary>
internal sealed class Plans(CommsEngine engine)
{
    private static readonly TimeSpan UntilDue = TimeSpan.FromMilliseconds(150);
    private static readonly Actor Author = new("author", ["author"]);
    private static readonly Actor Publisher = new("publisher", ["approver", "publisher"]);

    /// <summary>For hosts that run elsewhere: nothing is sent from here.</summary>
    public static Plans On(ILedger ledger, IMediaStore media, IEnumerable<KillRun> runs)
    {
        var comms = new CommsBuilder().UseLedger(ledger, media);
        foreach (var run in runs)
        {
            comms.AddChannel(new InMemoryChannel(run.Account));
        }

        return new Plans(comms.Build());
    }

    /// <returns>When it is due.</returns>
    public async Task<DateTimeOffset> AddAsync(string account, string text, CancellationToken cancel)
    {
        if (await engine.Authoring.AddAsync(new NewDraft { Text = text, Accounts = [account], Key = $"{account} {text}" }, Author, cancel) is DraftResult.Added { Draft: var draft }
            && await engine.Approval.ApproveAsync(draft, Publisher, cancel) is ApprovalResult.Approved { Post: var approved }
            && engine.Scheduling.Schedule(approved, new ScheduleRequest { Instant = engine.Clock.GetUtcNow() + UntilDue }, Publisher) is ScheduleResult.Scheduled { Post: var scheduled }
            && await engine.Publishing.AcceptAsync(scheduled, cancel))
        {
            return scheduled.When.Instant;
        }

        throw new InvalidOperationException($"A post on {account} could not be planned.");
    }

    public ValueTask<List<Delivery>> ListAsync(CancellationToken cancel) => engine.Publishing.ListAsync(cancel).ToListAsync(cancel);

    /// <summary>Waits until no delivery waits for anything, or too long.</summary>
    /// <param name="longest">Too long.</param>
    /// <param name="atWork">Whether there is still a host that could do something.</param>
    /// <param name="cancel">Ends with the test.</param>
    public async Task<List<Delivery>> EndAsync(TimeSpan longest, Func<bool> atWork, CancellationToken cancel)
    {
        var started = engine.Clock.GetTimestamp();
        while (true)
        {
            var deliveries = await TryListAsync(cancel);
            if (deliveries is not null && (deliveries.All(delivery => delivery.Due is null) || engine.Clock.GetElapsedTime(started) > longest))
            {
                return deliveries;
            }

            if (!atWork())
            {
                throw new InvalidOperationException("The hosts that were to finish the rest are gone.");
            }

            await Task.Delay(TimeSpan.FromSeconds(2), engine.Clock, cancel);
        }
    }

    /// <returns>Null when this program's own session was ended too.</returns>
    private async Task<List<Delivery>?> TryListAsync(CancellationToken cancel)
    {
        try
        {
            return await ListAsync(cancel);
        }
        catch (LedgerException)
        {
            return null;
        }
    }
}
