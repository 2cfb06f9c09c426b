using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Kits;

/// <summary>What kits hold of a person: they should name roles, and whoever writes one may name people against that advice.</summary>
internal sealed class KitTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = KitRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var standing = KitRecord.Open(record);
            var telling = Texts(standing).Where(traces.TellIn).Distinct(StringComparer.Ordinal).ToArray();
            if (telling.Length > 0)
            {
                yield return new PersonalRecord(
                    new HeldItem(KitRecord.Kind, record.Key.Id, At: null, string.Join('\n', telling), new Dictionary<string, string>(StringComparer.Ordinal)),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = Without(standing, traces).Seal() });
            }
        }
    }

    private static IEnumerable<string> Texts(KitStanding standing) =>
    [
        standing.Kit.Title,
        .. standing.Kit.Lines,
        .. standing.Kit.Questions.SelectMany(asked => new[] { asked.Question, asked.Answer ?? "" }),
        .. standing.Kit.ToldFirst,
        .. standing.Kit.Consultation is { } asks ? [asks.Proposal, .. asks.Facts, .. asks.HowToAnswer, asks.ConcernsGoTo] : Array.Empty<string>(),
        .. standing.Told.SelectMany(told => new[] { told.Whom, told.Who, told.RecordedBy }),
    ];

    private static KitRecord Without(KitStanding standing, PersonTraces traces)
    {
        var kit = standing.Kit;
        return new KitRecord(
            kit with
            {
                Title = traces.Without(kit.Title),
                Lines = [.. kit.Lines.Select(traces.Without)],
                Questions = [.. kit.Questions.Select(asked => new KitQuestion(traces.Without(asked.Question), asked.Answer is { } answer ? traces.Without(answer) : null))],
                ToldFirst = [.. kit.ToldFirst.Select(Whom)],
                Consultation = kit.Consultation is not { } asks ? null : asks with
                {
                    Proposal = traces.Without(asks.Proposal),
                    Facts = [.. asks.Facts.Select(traces.Without)],
                    HowToAnswer = [.. asks.HowToAnswer.Select(traces.Without)],
                    ConcernsGoTo = traces.Without(asks.ConcernsGoTo),
                },
            },
            [.. standing.Told.Select(told => told with { Whom = Whom(told.Whom), Who = traces.Without(told.Who), RecordedBy = traces.Without(told.RecordedBy) })]);

        // Told apart by their places: that one was told does not say so of another.
        string Whom(string whom) => traces.TellIn(whom)
            ? string.Create(CultureInfo.InvariantCulture, $"{ErasedWords.Mark} ({kit.ToldFirst.TakeWhile(each => each != whom).Count() + 1})")
            : whom;
    }
}
