using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;

namespace Comms.Core.Exercises.Playing;

/// <summary>
/// Follows the audit, so that whatever the players did is seen, from whichever desk. What falls on the same instant is told
/// by its subject: accounts are served side by side, and which came first is chance.
/// </summary>
internal sealed class LedgerWatch(CommsEngine engine)
{
    private const string Step = "delivery ";
    private long _seen;

    public async ValueTask<IReadOnlyList<Fact>> NewAsync(CancellationToken cancel)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in engine.Audit.ReadAsync(_seen, cancel).ConfigureAwait(false))
        {
            _seen = entry.Sequence;
            entries.Add(entry);
        }

        var facts = new List<Fact>();
        foreach (var entry in entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Subject, StringComparer.Ordinal).ThenBy(entry => entry.Sequence))
        {
            if (entry is { At: { } at, Actor: { } actor, Act: { } act, Subject: { } subject } && await FactAsync(at, actor, act, subject, entry.Detail, cancel).ConfigureAwait(false) is { } fact)
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    private async ValueTask<Fact?> FactAsync(DateTimeOffset at, string actor, string act, string subject, string? detail, CancellationToken cancel)
    {
        if (act == "delivery published")
        {
            var delivery = await engine.Publishing.FindAsync(new DeliveryKey(subject[$"{Delivery.Kind}/".Length..]), cancel).ConfigureAwait(false);
            return new Fact.Post(at, delivery!.Post, delivery.Rendition, delivery.Crisis);
        }

        var quiet = act is "listen" or "delivery sending" or "compose";
        return quiet ? null : new Fact.Done(at, actor, act.StartsWith(Step, StringComparison.Ordinal) ? act[Step.Length..] : act, subject, detail);
    }
}
