using Comms.Core.Insights.Reading;
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
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            survey.Add(TriagedMessage.Open(record));
        }

        return new ReportMaker(request, survey).Make();
    }
}
