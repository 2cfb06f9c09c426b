using Comms.Core.Ledger;

namespace Comms.Core.Listening.Topics;

/// <summary>The front door of Topics: what people talk of, what rises, and where the team could join in. Thread-safe.</summary>
public sealed class TopicDesk
{
    private readonly ILedger _ledger;
    private readonly CaseOfMessage _caseOf;

    internal TopicDesk(ILedger ledger, CaseOfMessage caseOf) => (_ledger, _caseOf) = (ledger, caseOf);

    /// <summary>Reads the messages of the ledger once, and says what they are about.</summary>
    /// <param name="request">The topics, and over what time.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ArgumentException">A topic is not whole, the zone is not known, or a number is out of its range.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<TopicReport> SurveyAsync(TopicRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var survey = new TopicSurvey(request);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Message.Kind }, cancel).ConfigureAwait(false))
        {
            survey.Add(Message.Open(record));
        }

        var (topics, bursts) = new TopicCounts(request, survey).Read();
        return new TopicReport(request, survey.HistoryHours)
        {
            Topics = topics,
            Bursts = bursts,
            Conversations = await new ConversationChoice(_ledger, _caseOf, request).ChooseAsync(survey.Nodes, cancel).ConfigureAwait(false),
        };
    }
}
