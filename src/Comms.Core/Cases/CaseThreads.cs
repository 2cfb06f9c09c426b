using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// Finds the case that a message goes on with: its writer answers a message of their own, or what we answered them. Other
/// people in the thread have matters of their own.
/// </summary>
internal sealed class CaseThreads(ILedger ledger)
{
    /// <returns>The case that goes on, as it is stored; null where the message begins a matter.</returns>
    public async ValueTask<LedgerRecord?> FindAsync(TriagedMessage message, CancellationToken cancel)
    {
        if (message is not { InReplyTo: { } item, Author.Handle: { } writer }
            || await AnsweredAsync(message.Source, item, cancel).ConfigureAwait(false) is not { } id
            || await ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false) is not { } own)
        {
            return null;
        }

        var going = Case.Open(own).JoinedTo is { } other ? await ledger.FindAsync(Case.KeyOf(other), cancel).ConfigureAwait(false) : own;
        return going is not null && await HasAsync(Case.Open(going), message.Source, writer, cancel).ConfigureAwait(false) ? going : null;
    }

    /// <summary>The case of what a message answers.</summary>
    private async ValueTask<string?> AnsweredAsync(string source, string item, CancellationToken cancel) =>
        await ledger.FindAsync(TriagedMessage.KeyFor(source, item), cancel).ConfigureAwait(false) is { } asked ? Case.KeyFor(asked.Key.Id).Id
        : await ledger.FindAsync(AnswerRecord.Key(source, item), cancel).ConfigureAwait(false) is { } answer ? AnswerRecord.Open(answer).Case
        : null;

    /// <summary>Whether someone wrote one of a case's messages.</summary>
    private async ValueTask<bool> HasAsync(Case one, string source, string writer, CancellationToken cancel)
    {
        foreach (var id in one.Messages)
        {
            if (await TriagedMessage.FindAsync(ledger, id, cancel).ConfigureAwait(false) is { } message && message.Source == source && message.Author?.Handle == writer)
            {
                return true;
            }
        }

        return false;
    }
}
