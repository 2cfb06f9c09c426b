using Comms.Core.Calendars;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Cases.Consultations;

/// <summary>Collects the responses to a consultation from the cases.</summary>
internal sealed class ConsultationReader(ILedger ledger, string zone)
{
    public async ValueTask<ConsultationReport> ReadAsync(Consultation consultation, Actor by, CancellationToken cancel)
    {
        var responses = new Dictionary<string, CollectedResponse>(StringComparer.Ordinal);
        var (restricted, gone) = (0, 0);
        await foreach (var one in new CaseReader(ledger).ListAsync(Actor.Engine, cancel).ConfigureAwait(false))
        {
            if (one.JoinedTo is not null || one.Response?.Consultation != consultation.Id)
            {
                continue;
            }

            if (!CaseAccess.Sees(by, one.Body))
            {
                restricted += one.Messages.Count;
                continue;
            }

            foreach (var message in one.Messages)
            {
                if (await CollectAsync(consultation, one, message, cancel).ConfigureAwait(false) is { } response)
                {
                    responses[message] = response;
                }
                else
                {
                    gone++;
                }
            }
        }

        return new ConsultationReport(consultation, [.. responses.Values.OrderBy(response => response.At).ThenBy(response => response.Message, StringComparer.Ordinal)], restricted, gone);
    }

    private async ValueTask<CollectedResponse?> CollectAsync(Consultation consultation, Case one, string message, CancellationToken cancel)
    {
        if (await TriagedMessage.FindAsync(ledger, message, cancel).ConfigureAwait(false) is not { Text.Length: > 0 } triaged)
        {
            return null;
        }

        var words = Redaction.Apply(triaged.Text, triaged.Findings.PersonalData);
        return new CollectedResponse(one.Id, message, triaged.At, triaged.Source, words, one.Response!.Questions, Zones.DayOf(triaged.At, zone) > consultation.To)
        {
            Writer = triaged.Author is { } author ? ContentId.Of(triaged.Source, author.Handle) : null,
        };
    }
}
