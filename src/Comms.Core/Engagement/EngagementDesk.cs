using Comms.Core.Cases;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Engagement;

/// <summary>The front door of Engagement: scores who turned to the team. Thread-safe.</summary>
public sealed class EngagementDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    internal EngagementDesk(ILedger ledger, TimeProvider clock)
    {
        _ledger = ledger;
        _clock = clock;
    }

    /// <summary>Scores every account that wrote, as of now. A message counts as answered when an answer or an acknowledgement stands in its case.</summary>
    /// <param name="options">The window, the half-life and the weights; null for the defaults.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Named scores for those who may be named, and a count of private people.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<ScoreBoard> ScoreAsync(EngagementOptions? options = null, CancellationToken cancel = default)
    {
        var interactions = await ReadAsync(cancel).ConfigureAwait(false);
        return ScoreAudience.Part(EngagementScorer.Score(interactions, _clock.GetUtcNow(), options));
    }

    /// <summary>Reads what every account did, and to whose words it turned where those were heard too; for the scorer, for <see cref="ReciprocityList"/> and for figures of your own.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>In the order of the ledger. Private people are among them: <see cref="ScoreAudience"/> says who may be named.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<IReadOnlyList<Interaction>> ReadAsync(CancellationToken cancel = default)
    {
        var answered = await AnsweredAsync(cancel).ConfigureAwait(false);
        var interactions = new List<(Interaction Made, string? Below)>();
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            var message = TriagedMessage.Open(record);
            var answers = answered.GetValueOrDefault(message.MessageId);
            if (Interaction.Of(message, answers is not null) is { } interaction)
            {
                writers[message.MessageId] = interaction.Account;
                var took = answers?.Where(at => at >= message.At).Min(at => at - message.At as TimeSpan?);
                var below = message.InReplyTo is { } item ? TriagedMessage.KeyFor(message.Source, item).Id : null;
                interactions.Add((interaction with { AnsweredAfter = took }, below));
            }
        }

        return [.. interactions.Select(one => one.Made with { Towards = one.Below is { } id ? writers.GetValueOrDefault(id) : null })];
    }

    /// <summary>When something was done in the case of each message that was answered.</summary>
    private async ValueTask<Dictionary<string, DateTimeOffset[]>> AnsweredAsync(CancellationToken cancel)
    {
        var answered = new Dictionary<string, DateTimeOffset[]>(StringComparer.Ordinal);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { Acts.Count: > 0 } one)
            {
                DateTimeOffset[] done = [.. one.Acts.Select(act => act.At)];
                foreach (var message in one.Messages)
                {
                    answered[message] = done;
                }
            }
        }

        return answered;
    }
}
