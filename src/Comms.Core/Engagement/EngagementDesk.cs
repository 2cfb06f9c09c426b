using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Engagement.Posts;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Engagement;

/// <summary>The front door of Engagement: scores who turned to the team. Thread-safe.</summary>
public sealed class EngagementDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    private readonly ChannelDirectory _channels;
    private readonly string _zone;

    internal EngagementDesk(ILedger ledger, TimeProvider clock, ChannelDirectory channels, string zone) =>
        (_ledger, _clock, _channels, _zone) = (ledger, clock, channels, zone);

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

    /// <summary>
    /// Says what came of the posts that stand, as of now: each against its own account, and what worked by time, channel,
    /// form and topic. What counts is who turned to them where the desk listens.
    /// </summary>
    /// <param name="weeks">How far back; 1 to 520. Default: 26.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<PostReport> PostsAsync(int weeks = 26, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, 520);
        var now = _clock.GetUtcNow();
        var posts = await new PostReader(_ledger, _channels).ReadAsync(cancel).ConfigureAwait(false);
        return PostMeasure.Of([.. posts.Where(post => post.At >= now.AddDays(-7 * weeks))], now, _zone);
    }

    /// <summary>Follows a campaign's hashtag: who started, who carried it, and what was printed of it.</summary>
    /// <param name="hashtag">With its sign, in any case.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Those who may be named, and a count of private people.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<CampaignSpread> SpreadAsync(string hashtag, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hashtag);
        return new SpreadReader(_ledger, hashtag).ReadAsync(_zone, cancel);
    }

    /// <summary>
    /// Reads what every account did, and to whose words it turned where those were heard too, and what the team did towards
    /// each; for the scorer, for <see cref="ReciprocityList"/> and for figures of your own.
    /// </summary>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The accounts' in the order of the ledger, then the team's. Private people are among them: <see cref="ScoreAudience"/> says who may be named.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<IReadOnlyList<Interaction>> ReadAsync(CancellationToken cancel = default)
    {
        var answered = await AnsweredAsync(cancel).ConfigureAwait(false);
        var interactions = new List<(Interaction Made, string? Below)>();
        var team = new TeamActs(_ledger);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            var message = TriagedMessage.Open(record);
            var answers = answered.GetValueOrDefault(message.MessageId);
            if (Interaction.Of(message, answers is not null) is { } interaction)
            {
                team.Heard(message, interaction.Account);
                var took = answers?.Where(at => at >= message.At).Min(at => at - message.At as TimeSpan?);
                interactions.Add((interaction with { AnsweredAfter = took }, message.AnsweredId));
            }
        }

        var ours = await team.ReadAsync(cancel).ConfigureAwait(false);
        return [.. interactions.Select(one => one.Made with { Towards = team.WriterOf(one.Below) }), .. ours];
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
