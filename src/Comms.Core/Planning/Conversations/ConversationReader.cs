using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;

namespace Comms.Core.Planning.Conversations;

/// <summary>
/// Counts a team's acts from the ledger: a case that was opened is someone who asked, its first act the answer; a post that
/// stands and names an account turned to others. A case that was joined to another is counted there.
/// </summary>
internal sealed class ConversationReader(ILedger ledger)
{
    public async ValueTask<ConversationActs> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var turns = new List<ConversationTurn>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { JoinedTo: null } one && one.OpenedAt >= from && one.OpenedAt < to)
            {
                turns.Add(new ConversationTurn(one.OpenedAt, AnswerOf(one)));
            }
        }

        var begun = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is { State: DeliveryState.Published } delivery && delivery.PlannedFor >= from && delivery.PlannedFor < to
                && delivery.Rendition.Facets.Any(facet => facet.Kind == FacetKind.Mention))
            {
                begun.Add(delivery.Post);
            }
        }

        return new ConversationActs { From = from, To = to, Turns = turns, Begun = begun.Count };
    }

    /// <summary>An act that is said to have been done before it was asked for was done at once.</summary>
    private static DateTimeOffset? AnswerOf(Case one) => one.Acts.Count == 0 ? null
        : one.Acts.Min(act => act.At) is var first && first < one.OpenedAt ? one.OpenedAt : first;
}
