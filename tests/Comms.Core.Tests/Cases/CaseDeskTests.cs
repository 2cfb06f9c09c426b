using Comms.Core.Cases;
using Comms.Core.Cases.Consultations;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Tests.Triage;
using Comms.Core.Triage;
using Comms.Core.Triage.Corrections;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>From what was heard to the case, through the ledger.</summary>
public class CaseDeskTests
{
    private const string Request = "This is a request under the Freedom of Information Act: what does parking cost?";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource source = new("inbox");
    private readonly InMemoryLedger ledger;
    private readonly ListeningDesk listening;
    private readonly TriageDesk triage;
    private readonly CaseDesk cases;

    public CaseDeskTests()
    {
        ledger = new InMemoryLedger(clock);
        var pump = new StagePump(ledger, clock, "host");
        listening = new ListeningDesk(ledger, clock, [source]);
        triage = new TriageDesk(ledger, clock, pump, Triagers.Plain, new CorrectionBook(ledger));
        cases = new CaseDesk(ledger, new RoleAuthorizer(), clock, pump, new DutyPauses("Europe/London", (_, _) => null), new CaseAccess([]), new ResponseFinder([], "Europe/London"), new ConsultationReader(ledger, "Europe/London"), new CopyOutbox(ledger, clock, []));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plain_praise_is_triaged_and_opens_no_case()
    {
        await HearAsync("1", "The nurses were kind and helpful, thank you so much");

        Assert.Single(await triage.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Empty(await CasesAsync());
    }

    [Fact]
    public async Task A_request_opens_one_case_with_its_duty()
    {
        await HearAsync("1", Request);
        var again = await cases.RunDueAsync(Cancel);

        var opened = Assert.Single(await CasesAsync());
        Assert.Equal(0, again.Done);
        Assert.NotEmpty(opened.Obligations);
        Assert.Equal([Message.KeyFor("inbox", "1").Id], opened.Messages);
    }

    [Fact]
    public async Task Changed_words_are_triaged_again_and_drop_no_duty()
    {
        await HearAsync("1", Request);
        var before = Assert.Single(await CasesAsync());
        clock.Advance(TimeSpan.FromHours(1));

        var report = await HearAsync("1", "Thank you all, you were kind");

        var triaged = Assert.Single(await triage.ListAsync(Cancel).ToListAsync(Cancel));
        var after = Assert.Single(await CasesAsync());
        Assert.Equal(1, report.Counted);
        Assert.Equal("Thank you all, you were kind", triaged.Text);
        Assert.Equal((before.Id, before.Obligations.Count, before.Urgency), (after.Id, after.Obligations.Count, after.Urgency));
        Assert.Equal(before.Obligations.Select(one => (one.Key, one.Due)), after.Obligations.Select(one => (one.Key, one.Due)));
    }

    [Fact]
    public async Task Praise_that_becomes_a_complaint_opens_its_case()
    {
        await HearAsync("1", "Thank you so much, kind nurses");
        await HearAsync("1", Request);

        Assert.Single(await CasesAsync());
    }

    [Fact]
    public async Task What_was_deleted_at_its_source_disappears_and_its_case_stays()
    {
        await HearAsync("1", Request);
        source.Add(new SourceEvent.Deleted("1", clock.GetUtcNow()));

        await RunAsync();

        Assert.Empty(await triage.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.NotEmpty(Assert.Single(await CasesAsync()).Obligations);
    }

    [Fact]
    public async Task A_damaged_message_is_named_keeps_its_bytes_and_holds_up_no_other()
    {
        var key = Message.KeyFor("inbox", "torn");
        var torn = new LedgerWrite { Key = key, Expected = 0, Content = "comms/message/1 torn"u8.ToArray(), Due = clock.GetUtcNow() };
        await ledger.CommitAsync(new LedgerBatch { Writes = [torn] }, Cancel);

        var report = await HearAsync("1", Request);

        Assert.Contains(key.Id, Assert.Single(report.Faults), StringComparison.Ordinal);
        Assert.Equal(1, report.Counted);
        Assert.True((await ledger.FindAsync(key, Cancel))!.Content.Span.SequenceEqual("comms/message/1 torn"u8));
        Assert.Single(await CasesAsync());
    }

    private async Task<StageReport> HearAsync(string id, string text)
    {
        source.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = text, At = clock.GetUtcNow() }));
        return await RunAsync();
    }

    private async Task<StageReport> RunAsync()
    {
        await listening.RunDueAsync(Cancel);
        var report = await triage.RunDueAsync(Cancel);
        await cases.RunDueAsync(Cancel);
        return report;
    }

    private async Task<List<Case>> CasesAsync() => await cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel);
}
