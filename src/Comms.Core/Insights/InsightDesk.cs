using Comms.Core.Insights.Openings;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Unheard;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Insights;

/// <summary>The front door of Insights: what changed over time, and what differs by more than chance. Thread-safe.</summary>
public sealed class InsightDesk
{
    private readonly ILedger _ledger;

    internal InsightDesk(ILedger ledger) => _ledger = ledger;

    /// <summary>Counts the triaged messages of the ledger once, and charts them.</summary>
    /// <param name="request">The periods, and what to tell apart.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ArgumentException">The zone is not known, or a number is out of its range.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<InsightReport> ReadAsync(InsightRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var survey = new InsightSurvey(request);
        await ForEachAsync(survey.Add, cancel).ConfigureAwait(false);
        return new ReportMaker(request, survey).Make();
    }

    /// <summary>
    /// Wait and see, measured: whether the busy start of complaints slowed after a channel opened to the public, and whether
    /// people find the right door.
    /// </summary>
    /// <param name="request">The channel, and when it opened.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ArgumentException">The zone is not known, no source is named, or a number is out of its range.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<OpeningReport> OpeningAsync(OpeningRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var survey = new OpeningSurvey(request);
        await ForEachAsync(survey.Add, cancel).ConfigureAwait(false);
        return survey.Make();
    }

    /// <summary>Who is not heard: themes, places, services and groups that a survey names, and the messages do not or much less.</summary>
    /// <param name="request">The survey, and over what time.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ArgumentException">The zone is not known, or a number is out of its range.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<UnheardReport> UnheardAsync(UnheardRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var survey = new UnheardSurvey(request);
        await ForEachAsync(survey.Add, cancel).ConfigureAwait(false);
        return survey.Make();
    }

    private async ValueTask ForEachAsync(Action<TriagedMessage> take, CancellationToken cancel)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            take(TriagedMessage.Open(record));
        }
    }
}
