using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Corrections;

/// <summary>Makes the record of a correction from what a person says and what stands in the ledger, or says why not.</summary>
internal sealed class CorrectionMaker(ILedger ledger, Func<TriagePolicy> policy)
{
    private const int LongestTheme = 80;

    /// <summary>Messages without the label from which the corrected one must stand out.</summary>
    private const int MostBeside = 8;

    public async ValueTask<(CorrectionRecord? Made, IReadOnlyList<string> Reasons)> MakeAsync(
        NewCorrection wanted, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(new RecordKey(TriagedMessage.Kind, wanted.MessageId), cancel).ConfigureAwait(false);
        var heard = await ledger.FindAsync(new RecordKey(Message.Kind, wanted.MessageId), cancel).ConfigureAwait(false);
        if (record is null || heard is null)
        {
            return (null, [$"there is no triaged message {wanted.MessageId}"]);
        }

        if (Refusals(wanted).ToArray() is { Length: > 0 } reasons)
        {
            return (null, reasons);
        }

        var findings = TriagedMessage.Open(record).Findings;
        var beside = wanted.Holds ? await BesideAsync(wanted, record, cancel).ConfigureAwait(false) : [];
        return (new CorrectionRecord(
            wanted.MessageId, Message.Open(heard).Edition, wanted.Heading, wanted.Label, wanted.Holds, Was(wanted.Heading, findings), beside, by.Id, now), []);
    }

    /// <summary>A write that makes a message due once more; null when it is gone.</summary>
    public async ValueTask<LedgerWrite?> DueAgainAsync(string messageId, DateTimeOffset now, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(Message.Kind, messageId), cancel).ConfigureAwait(false) is { } record
            ? new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = record.Content, Due = now }
            : null;

    private IEnumerable<string> Refusals(NewCorrection wanted)
    {
        var known = wanted.Heading switch
        {
            Heading.Team => [.. policy().Teams.Select(team => team.Id)],
            Heading.Kind => Vocabulary.Kinds,
            Heading.Sentiment => SentimentJudge.Names,
            _ => Array.Empty<string>(),
        };
        if (wanted.Heading == Heading.Theme ? string.IsNullOrWhiteSpace(wanted.Label) || wanted.Label.Length > LongestTheme : !known.Contains(wanted.Label))
        {
            yield return wanted.Heading == Heading.Theme
                ? $"a theme has 1 to {LongestTheme} characters"
                : $"\"{wanted.Label}\" is no {wanted.Heading.ToString().ToLowerInvariant()}: {string.Join(", ", known)}";
        }

        if (!wanted.Holds && wanted.Heading is Heading.Team or Heading.Sentiment)
        {
            yield return $"a {wanted.Heading.ToString().ToLowerInvariant()} is not taken away: say which one it is instead";
        }

        if (!wanted.Holds && wanted.Heading == Heading.Kind && CorrectionJudge.Stays(wanted.Label, ShippedSignals.Claiming))
        {
            yield return $"the kind {wanted.Label} brings a duty, which no correction takes away: settle its case instead";
        }
    }

    /// <summary>The messages heard after it, and where it is the newest, the first ones.</summary>
    private async ValueTask<IReadOnlyList<string>> BesideAsync(NewCorrection wanted, LedgerRecord record, CancellationToken cancel)
    {
        var beside = new List<string>();
        foreach (var after in new[] { record.Position, 0L })
        {
            var query = new RecordQuery { Kind = TriagedMessage.Kind, After = after, Limit = MostBeside * 2 };
            await foreach (var other in ledger.ReadAsync(query, cancel).ConfigureAwait(false))
            {
                if (beside.Count < MostBeside && other.Key != record.Key && !beside.Contains(other.Key.Id) && !Has(TriagedMessage.Open(other).Findings, wanted))
                {
                    beside.Add(other.Key.Id);
                }
            }
        }

        return beside;
    }

    private static bool Has(TriageFindings findings, NewCorrection wanted) => wanted.Heading switch
    {
        Heading.Team => findings.Routes.Any(route => route.Team == wanted.Label),
        Heading.Theme => findings.Themes.Any(theme => theme.Name == wanted.Label),
        Heading.Kind => findings.Kinds.Any(kind => kind.Name == wanted.Label),
        _ => findings.Sentiment.Label == wanted.Label,
    };

    private static string? Was(Heading heading, TriageFindings findings) => heading switch
    {
        Heading.Team => findings.Routes[0].Team,
        Heading.Sentiment => findings.Sentiment.Label,
        _ => null,
    };
}
