using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage;
using Comms.Core.Triage.Corrections;
using Microsoft.Extensions.Time.Testing;

namespace Comms.Core.Tests.Triage.Corrections;

/// <summary>A ledger with what hears, judges and corrects.</summary>
internal sealed class CorrectionWorld
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("inbox");
    private readonly ListeningDesk _listening;

    public CorrectionWorld(Triager? triager = null)
    {
        Ledger = new InMemoryLedger(_clock);
        Book = new CorrectionBook(Ledger);
        Triage = new TriageDesk(Ledger, _clock, new StagePump(Ledger, _clock, "host"), triager ?? Triagers.Plain, Book);
        Desk = new CorrectionDesk(Ledger, new RoleAuthorizer(), _clock, Book, () => Triage.Triager.Policy);
        _listening = new ListeningDesk(Ledger, _clock, [_source]);
    }

    public static Actor Jo { get; } = new("jo", ["author"]);

    public InMemoryLedger Ledger { get; }

    public CorrectionBook Book { get; }

    public TriageDesk Triage { get; }

    public CorrectionDesk Desk { get; }

    public static string IdOf(string item) => Message.KeyFor("inbox", item).Id;

    public void Say(string item, string text) =>
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = item, Text = text, At = _clock.GetUtcNow() }));

    public void Delete(string item) => _source.Add(new SourceEvent.Deleted(item, _clock.GetUtcNow()));

    public async Task RunAsync(CancellationToken cancel)
    {
        await _listening.RunDueAsync(cancel);
        await Triage.RunDueAsync(cancel);
    }

    public async Task<CorrectionResult> CorrectAsync(string item, Heading heading, string label, CancellationToken cancel, bool holds = true) =>
        await Desk.AddAsync(new NewCorrection { MessageId = IdOf(item), Heading = heading, Label = label, Holds = holds }, Jo, cancel);

    public async Task<TriageFindings> FindingsAsync(string item, CancellationToken cancel)
    {
        var record = await Ledger.FindAsync(new RecordKey(TriagedMessage.Kind, IdOf(item)), cancel);
        return TriagedMessage.Open(record!).Findings;
    }
}
