using Comms.Core.Ledger;
using Comms.Core.Listening;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// Reads the corrections from the ledger and learns the layer from them whenever they have changed, on this host or on
/// another: the ledger is the truth, and undoing is learning without. Thread-safe.
/// </summary>
internal sealed class CorrectionBook(ILedger ledger)
{
    /// <summary>So many of the latest corrections are learnt from.</summary>
    private const int MostLessons = 1000;

    private volatile Page _page = new(-1, CorrectionLayer.None);

    /// <summary>The layer as the ledger has it now.</summary>
    public async ValueTask<CorrectionLayer> CurrentAsync(CancellationToken cancel)
    {
        var head = await ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false);
        var page = _page;
        if (page.Revision == (head?.Revision ?? 0))
        {
            return page.Layer;
        }

        var learnt = head is null
            ? CorrectionLayer.None
            : await LearnAsync(CorrectionsRecord.Open(head).On, cancel).ConfigureAwait(false);
        _page = new Page(head?.Revision ?? 0, learnt);
        return learnt;
    }

    /// <summary>A message was deleted or its words have changed: what it taught is learnt anew without it.</summary>
    public void Forget() => _page = new Page(-1, CorrectionLayer.None);

    /// <summary>All corrections, first to last, also those that were undone.</summary>
    public async ValueTask<IReadOnlyList<Correction>> ReadAsync(CancellationToken cancel)
    {
        var corrections = new List<Correction>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Correction.RecordKind }, cancel).ConfigureAwait(false))
        {
            corrections.Add(Correction.Open(record));
        }

        return corrections;
    }

    private async ValueTask<CorrectionLayer> LearnAsync(bool on, CancellationToken cancel)
    {
        var standing = (await ReadAsync(cancel).ConfigureAwait(false)).Where(correction => correction.Stands)
            .GroupBy(correction => correction.Subject).Select(group => group.Last()).OrderBy(correction => correction.Number).ToArray();
        var lessons = new List<Lesson>();
        foreach (var correction in on ? standing.TakeLast(MostLessons) : [])
        {
            if (await TextAsync(correction.MessageId, correction.Body.Edition, cancel).ConfigureAwait(false) is { } text)
            {
                lessons.Add(new Lesson(correction, LocalFeatures.Of(text), await BesideAsync(correction, standing, cancel).ConfigureAwait(false)));
            }
        }

        return LayerLearner.Learn(lessons, standing);
    }

    private async ValueTask<IReadOnlyList<ulong[]>> BesideAsync(Correction correction, Correction[] standing, CancellationToken cancel)
    {
        var beside = new List<ulong[]>();
        foreach (var id in correction.Body.Beside)
        {
            var corrected = standing.Any(other => other.MessageId == id && other.Heading == correction.Heading);
            if (!corrected && await TextAsync(id, edition: null, cancel).ConfigureAwait(false) is { } text)
            {
                beside.Add(LocalFeatures.Of(text));
            }
        }

        return beside;
    }

    /// <returns>Null when it is gone, or its words are not those that the person saw.</returns>
    private async ValueTask<string?> TextAsync(string messageId, int? edition, CancellationToken cancel) =>
        await Message.FindStandingAsync(ledger, messageId, cancel).ConfigureAwait(false) is { } message && (edition is null || message.Edition == edition)
            ? message.Text
            : null;

    private sealed record Page(long Revision, CorrectionLayer Layer);
}
