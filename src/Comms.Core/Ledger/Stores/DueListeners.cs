namespace Comms.Core.Ledger.Stores;

/// <summary>Who wants to hear of records that ask to be claimed, by kind. Compiled into each ledger. Thread-safe.</summary>
internal sealed class DueListeners
{
    private readonly Lock _gate = new();
    private Listener[] _listeners = [];

    /// <summary>The kinds of which a batch, once kept, is news. What stays under its lease is none: its holder knows.</summary>
    public static IEnumerable<string> KindsOf(LedgerBatch batch) =>
        batch.Writes.Where(write => write is { Content: not null, Due: not null } and not { Fence: not null, Release: false })
            .Select(write => write.Key.Kind).Distinct(StringComparer.Ordinal);

    public IDisposable Add(string kind, Action changed)
    {
        var listener = new Listener(this, kind, changed);
        lock (_gate)
        {
            _listeners = [.. _listeners, listener];
        }

        return listener;
    }

    public void Tell(IEnumerable<string> kinds)
    {
        if (Volatile.Read(ref _listeners) is not { Length: > 0 } listeners)
        {
            return;
        }

        foreach (var kind in kinds)
        {
            TellOf(kind, listeners);
        }
    }

    /// <summary>Something may have been missed: all look.</summary>
    public void TellAll()
    {
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            listener.Changed();
        }
    }

    private static void TellOf(string kind, Listener[] listeners)
    {
        foreach (var listener in listeners)
        {
            if (listener.Kind == kind)
            {
                listener.Changed();
            }
        }
    }

    private void Remove(Listener gone)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners.Where(listener => listener != gone)];
        }
    }

    private sealed class Listener(DueListeners owner, string kind, Action changed) : IDisposable
    {
        public string Kind => kind;

        public Action Changed => changed;

        public void Dispose() => owner.Remove(this);
    }
}
