using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>Reads a briefing's messages in bounded memory: one pass counts the days and notes which messages to read.</summary>
internal sealed class BriefingReader(ILedger ledger, WithheldMessages withheld)
{
    public async ValueTask<BriefingInput> ReadAsync(BriefingRequest request, CancellationToken cancel)
    {
        var (ids, restricted) = (await withheld.AllAsync(cancel).ConfigureAwait(false), 0L);
        var clock = new ZoneClock(request.Zone);
        var kept = new NeedFirst(request.MostMessages);
        var before = new SortedDictionary<int, PeriodCounts>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            var message = TriagedMessage.Open(record);
            var ago = Ago(request, clock.DayOf(message.At));
            if (ago < 0 || ago > request.UsualPeriods || !BriefedDays.IsFor(request, message))
            {
                continue;
            }

            if (ago == 0 && ids.Contains(message.MessageId))
            {
                restricted++;
            }
            else if (ago == 0)
            {
                kept.Add(record, message);
            }
            else
            {
                Counts(before, ago).Add(message.Findings);
            }
        }

        return new BriefingInput
        {
            Messages = await kept.OpenAsync(ledger, cancel).ConfigureAwait(false),
            Before = Before(before),
            PassedOver = kept.PassedOver,
            Restricted = restricted,
        };
    }

    /// <summary>How many periods before the request's a day lies: 0 within it, less than 0 after it.</summary>
    private static int Ago(BriefingRequest request, DateOnly day) =>
        day > request.Day ? -1 : (request.Day.DayNumber - day.DayNumber) / request.Days;

    private static PeriodCounts Counts(SortedDictionary<int, PeriodCounts> before, int ago)
    {
        if (!before.TryGetValue(ago, out var counts))
        {
            before[ago] = counts = new PeriodCounts();
        }

        return counts;
    }

    /// <summary>The periods back to the first of which anything is known; a quiet one among them counts as nothing.</summary>
    private static WeekCounts[] Before(SortedDictionary<int, PeriodCounts> before) => before.Count == 0 ? [] :
    [
        .. Enumerable.Range(1, before.Keys.Last()).Select(ago => before.TryGetValue(ago, out var counts) ? counts.Total! : WeekCounts.None),
    ];
}
