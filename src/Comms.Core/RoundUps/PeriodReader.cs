using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Reads the messages of editions in bounded memory: one pass surveys all of them, then each takes its own.</summary>
internal sealed class PeriodReader(ILedger ledger, WithheldMessages withheld)
{
    public async ValueTask<IReadOnlyList<PeriodSurvey>> SurveyAsync(IReadOnlyList<RoundUpRequest> requests, CancellationToken cancel)
    {
        var ids = await withheld.AllAsync(cancel).ConfigureAwait(false);
        PeriodSurvey[] surveys = [.. requests.Select(request => new PeriodSurvey(request, ids))];
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            var message = TriagedMessage.Open(record);
            foreach (var survey in surveys)
            {
                survey.Add(record, message);
            }
        }

        return surveys;
    }

    /// <summary>The survey's messages as they stand now: what was deleted since the survey is not among them.</summary>
    public async ValueTask<RoundUpInput> ReadAsync(PeriodSurvey survey, CancellationToken cancel) => new()
    {
        Messages = await survey.OpenAsync(ledger, cancel).ConfigureAwait(false),
        Before = survey.Before,
        PassedOver = survey.PassedOver,
        Restricted = survey.Restricted,
    };
}
