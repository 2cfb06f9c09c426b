using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>
/// Counts a request's period and the one before, and notes which messages an edition draws on: of more than it can bear,
/// those of the greatest need, and the earlier of equal need. Keeps their keys, not their words.
/// </summary>
internal sealed class PeriodSurvey(RoundUpRequest request, IReadOnlySet<string> withheld)
{
    private readonly NeedFirst _kept = new(request.MostMessages);
    private readonly PeriodCounts _before = new();
    private readonly DateTimeOffset _start = request.From - (request.To - request.From);

    public RoundUpRequest Request => request;

    public WeekCounts? Before => _before.Total;

    /// <summary>Messages of the period that the edition does not draw on.</summary>
    public long PassedOver => _kept.PassedOver;

    /// <summary>Messages of the period that are in restricted cases.</summary>
    public long Restricted { get; private set; }

    public void Add(LedgerRecord record, TriagedMessage message)
    {
        if (message.At >= _start && message.At < request.From && message.Findings.Routes[0].Team == request.Team)
        {
            _before.Add(message.Findings);
        }
        else if (message.At >= request.From && message.At < request.To && IsFor(message))
        {
            Keep(record, message);
        }
    }

    private void Keep(LedgerRecord record, TriagedMessage message)
    {
        if (withheld.Contains(message.MessageId))
        {
            Restricted++;
        }
        else
        {
            _kept.Add(record, message);
        }
    }

    public ValueTask<List<TriagedMessage>> OpenAsync(ILedger ledger, CancellationToken cancel) => _kept.OpenAsync(ledger, cancel);

    private bool IsFor(TriagedMessage message) => message.Findings.Routes.Any(route => route.Team == request.Team);
}
