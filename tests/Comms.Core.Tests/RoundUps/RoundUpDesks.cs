using Comms.Core.Documents;
using Comms.Core.Ledger;
using Comms.Core.RoundUps;
using Comms.Core.Triage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class RoundUpDesks
{
    private readonly FakeTimeProvider time = new(Heard.Monday.AddDays(8));
    private readonly InMemoryLedger ledger;

    public RoundUpDesks() => ledger = new InMemoryLedger(time);

    [Fact]
    public async Task An_edition_is_kept_with_its_audit_and_found_again()
    {
        var edition = await ComposeAsync();
        var found = await Desk(ledger, time).FindAsync(edition.Id, TestContext.Current.CancellationToken);
        Assert.Equal(edition.Hash, found!.Hash);
        Assert.Equal(1, await AuditedAsync());
    }

    [Fact]
    public async Task The_same_week_composed_again_is_the_edition_that_was_kept()
    {
        var first = await ComposeAsync();
        time.Advance(TimeSpan.FromDays(1));
        var second = await ComposeAsync();
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.ComposedAt, second.ComposedAt);
        Assert.Equal(1, await AuditedAsync());
    }

    [Fact]
    public async Task An_unknown_edition_is_not_found() =>
        Assert.Null(await Desk(ledger, time).FindAsync("maternity/2026-11-16/none", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Of_more_messages_than_it_can_bear_it_draws_on_those_of_greatest_need_and_says_so()
    {
        await HearAsync(Enumerable.Range(1, 9).Select(need => new Heard($"m{need}", $"Message of need {need}") { Priority = need }.Triaged()));
        var result = await Desk(ledger, time).ComposeAsync(
            SampleWeek.Request with { MostMessages = 6 }, cancel: TestContext.Current.CancellationToken);
        var edition = Assert.IsType<RoundUpResult.Composed>(result).Edition;
        Assert.Equal(6, edition.Counts.Messages);
        Assert.Contains(
            "There were 3 more of less need", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_restricted_case_is_counted_apart_and_not_told()
    {
        await HearAsync(SampleWeek.Input.Messages);
        var kept = SampleWeek.Input.Messages.First(message => message.Findings.Routes[0].Team == SampleWeek.Request.Team);
        var all = Assert.IsType<RoundUpResult.Composed>(await Desk(ledger, time).ComposeAsync(SampleWeek.Request, cancel: TestContext.Current.CancellationToken)).Edition;
        var edition = Assert.IsType<RoundUpResult.Composed>(
            await Desk(ledger, time, kept.MessageId).ComposeAsync(SampleWeek.Request, cancel: TestContext.Current.CancellationToken)).Edition;

        Assert.Equal(all.Counts.Messages - 1, edition.Counts.Messages);
        var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
        Assert.DoesNotContain(kept.Text, text, StringComparison.Ordinal);
        Assert.Contains("1 more message is in a restricted case, and not part of this.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_period_before_is_counted_from_the_ledger()
    {
        await HearAsync([new Heard("old", "The week before") { Hours = -24, Feeling = "positive" }.Triaged()]);
        var edition = await ComposeAsync();
        Assert.Contains("week before", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Edition> ComposeAsync()
    {
        if (await ledger.FindAsync(new RecordKey("triaged", SampleWeek.Input.Messages[0].MessageId), default) is null)
        {
            await HearAsync(SampleWeek.Input.Messages);
        }

        var result = await Desk(ledger, time).ComposeAsync(SampleWeek.Request, cancel: TestContext.Current.CancellationToken);
        return Assert.IsType<RoundUpResult.Composed>(result).Edition;
    }

    private async Task HearAsync(IEnumerable<TriagedMessage> messages)
    {
        var writes = messages.Select(message => new LedgerWrite
        {
            Key = new RecordKey("triaged", message.MessageId),
            Expected = 0,
            Content = message.Seal(),
        });
        Assert.True((await ledger.CommitAsync(new LedgerBatch { Writes = [.. writes] }, default)).Committed);
    }

    private static RoundUpDesk Desk(ILedger ledger, TimeProvider time, params string[] withheld) =>
        new(ledger, time, Withheld.Of(withheld));

    private async Task<int> AuditedAsync() => await ledger.ReadChainAsync(0, default).CountAsync();
}
