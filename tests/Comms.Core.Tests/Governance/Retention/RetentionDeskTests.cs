using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance.LegalHolds;
using Comms.Core.Governance.Persons;
using Comms.Core.Governance.Retention;
using Comms.Core.RoundUps;
using Comms.Core.Tests.Governance.Persons;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Governance.Retention;

public class RetentionDeskTests
{
    private readonly PersonWorld _world = new(new RetentionOptions { Messages = TimeSpan.FromDays(30), Cases = TimeSpan.FromDays(60) });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_older_than_the_schedule_go_from_every_record_and_younger_ones_stay()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.HearAsync("The garden by the entrance is lovely", at: PersonWorld.Start.AddDays(1));
        _world.Time.SetUtcNow(PersonWorld.Start.AddDays(30));
        Assert.Empty((await RunAsync()).Erased);

        _world.Time.Advance(TimeSpan.FromTicks(1));
        var trial = await TryAsync();
        Assert.True(await _world.HasAsync("porter"));
        var report = await RunAsync();

        Assert.Equal((false, true), (trial.Done, report.Done));
        Assert.Equal(trial.Erased, report.Erased);
        Assert.Equal(["message", "triage"], report.Erased.Select(item => item.Kind).Order(StringComparer.Ordinal));
        Assert.False(await _world.HasAsync("porter"));
        Assert.True(await _world.HasAsync("garden"));
        Assert.True((await _world.Engine.Audit.VerifyAsync(Cancel)).Intact);
        await _world.HearAsync("The garden is lovely still", at: _world.Time.GetUtcNow());
        Assert.False(await _world.HasAsync("porter"));
        Assert.Empty((await RunAsync()).Erased);
    }

    [Fact]
    public async Task Many_messages_go_in_parts_and_an_edition_that_quotes_several_says_that_they_went_by_their_age()
    {
        await _world.HearAsync(PersonWorld.Words);
        for (var at = 0; at < 450; at++)
        {
            await _world.HearAsync($"The cafe near entrance {at} had no soup again", new Author($"@other{at}@b.example"), isLookedAt: false);
        }

        await _world.Engine.RunDueAsync(Cancel);
        var request = RoundUpRequest.ForWeek("comms", "Communications", new IsoWeek(2026, 48), "Europe/London") with { Policy = "seed" };
        var made = Assert.IsType<RoundUpResult.Composed>(await _world.Engine.RoundUps.ComposeAsync(request, cancel: Cancel)).Edition;
        Assert.Contains("porter", Text(made), StringComparison.Ordinal);
        _world.Time.SetUtcNow(PersonWorld.Start.AddDays(31));

        var report = await RunAsync();

        var erased = report.Erased.Count(item => item.Kind == "message");
        Assert.InRange(erased, 401, 451);
        Assert.Equal(451, erased + report.Kept.Count(kept => kept.Reason == "open case"));
        var amended = (await _world.Engine.RoundUps.FindAsync(made.Id, Cancel))!;
        Assert.Contains("[removed because of its age]", Text(amended), StringComparison.Ordinal);
        Assert.False(await _world.HasAsync("porter"));
        Assert.Empty((await RunAsync()).Erased);
    }

    [Fact]
    public async Task What_an_open_case_or_a_legal_hold_needs_stays_as_it_is_until_it_ends()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        await _world.HearAsync(PersonWorld.Words, new Author("@held@b.example"));
        await _world.Engine.LegalHolds.PlaceAsync(
            new NewLegalHold { Key = "7", Reason = "an inquiry", Owner = "legal", ReviewOn = new DateOnly(2027, 1, 1), Writers = ["@held@b.example"] }, PersonWorld.Officer, Cancel);
        var one = Assert.Single(await _world.Engine.Cases.ListAsync(PersonWorld.Writer, Cancel).ToListAsync(Cancel));
        await _world.Engine.Cases.NoteAsync(one.Id, "rang about the soup", PersonWorld.Writer, Cancel);
        _world.Time.SetUtcNow(PersonWorld.Start.AddDays(90));

        Assert.Equal(["legal hold 7: an inquiry", "open case"], (await RunAsync()).Kept.Select(kept => kept.Reason).Order(StringComparer.Ordinal));
        Assert.True(await _world.HasAsync("cold soup") && await _world.HasAsync("porter"));

        await _world.Engine.Cases.AcknowledgeAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AnswerAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.CloseAsync(one.Id, "done", PersonWorld.Writer, Cancel);
        Assert.Single((await RunAsync()).Erased, item => item.Kind == "message");
        Assert.False(await _world.HasAsync("cold soup"));
        Assert.True(await _world.HasAsync("rang about"));

        _world.Time.Advance(TimeSpan.FromDays(61));
        Assert.Contains((await RunAsync()).Erased, item => item.Kind == "case");
        Assert.False(await _world.HasAsync("rang about"));
        Assert.NotEmpty((await _world.Engine.Cases.FindAsync(one.Id, PersonWorld.Writer, Cancel))!.Acts);
    }

    [Fact]
    public async Task A_closed_case_keeps_its_words_while_a_hold_keeps_one_of_its_messages()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        var one = Assert.Single(await _world.Engine.Cases.ListAsync(PersonWorld.Writer, Cancel).ToListAsync(Cancel));
        await _world.Engine.Cases.NoteAsync(one.Id, "rang about the soup", PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AcknowledgeAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AnswerAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.CloseAsync(one.Id, "done", PersonWorld.Writer, Cancel);
        await _world.Engine.LegalHolds.PlaceAsync(
            new NewLegalHold { Key = "7", Reason = "an inquiry", Owner = "legal", ReviewOn = new DateOnly(2027, 1, 1), Messages = [one.Messages[0]] }, PersonWorld.Officer, Cancel);
        _world.Time.Advance(TimeSpan.FromDays(90));

        Assert.Equal(["case", "message"], (await RunAsync()).Kept.Select(kept => kept.Kind).Order(StringComparer.Ordinal));
        Assert.True(await _world.HasAsync("rang about"));
    }

    [Fact]
    public async Task What_was_written_in_a_case_that_was_joined_stays_while_the_one_that_goes_on_is_open()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        await _world.HearAsync("I wish to make a formal complaint about the noise on Ash Ward", new Author("@other@b.example"));
        var both = await _world.Engine.Cases.ListAsync(PersonWorld.Writer, Cancel).ToListAsync(Cancel);
        await _world.Engine.Cases.NoteAsync(both[0].Id, "rang about the soup", PersonWorld.Writer, Cancel);
        Assert.IsType<Core.Cases.CaseResult.Changed>(await _world.Engine.Cases.JoinAsync(both[0].Id, both[1].Id, PersonWorld.Writer, Cancel));
        _world.Time.Advance(TimeSpan.FromDays(90));
        await RunAsync();
        Assert.True(await _world.HasAsync("rang about"));

        await _world.Engine.Cases.AcknowledgeAsync(both[1].Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AnswerAsync(both[1].Id, "by letter", null, PersonWorld.Writer, Cancel);
        Assert.IsType<Core.Cases.CaseResult.Changed>(await _world.Engine.Cases.CloseAsync(both[1].Id, "done", PersonWorld.Writer, Cancel));
        await RunAsync();
        Assert.False(await _world.HasAsync("rang about"));
    }

    [Fact]
    public async Task A_closed_case_keeps_its_words_too_where_a_hold_on_its_writer_has_only_the_copy_left()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        var one = Assert.Single(await _world.Engine.Cases.ListAsync(PersonWorld.Writer, Cancel).ToListAsync(Cancel));
        await _world.Engine.Cases.NoteAsync(one.Id, "rang about the soup", PersonWorld.Writer, Cancel);
        await _world.Engine.LegalHolds.PlaceAsync(
            new NewLegalHold { Key = "7", Reason = "an inquiry", Owner = "legal", ReviewOn = new DateOnly(2027, 1, 1), Writers = [PersonWorld.Jo.Handle] }, PersonWorld.Officer, Cancel);
        await _world.DeleteAsync(0);
        await _world.Engine.Cases.AcknowledgeAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AnswerAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.CloseAsync(one.Id, "done", PersonWorld.Writer, Cancel);
        _world.Time.Advance(TimeSpan.FromDays(90));

        Assert.Equal("case", Assert.Single((await RunAsync()).Kept).Kind);
        Assert.True(await _world.HasAsync("rang about"));
    }

    [Fact]
    public async Task A_copy_that_nothing_keeps_any_more_goes_with_the_next_run()
    {
        await _world.HearAsync(PersonWorld.Complaint);
        await _world.EraseAsync();
        Assert.Empty((await RunAsync()).Erased);
        var one = Assert.Single(await _world.Engine.Cases.ListAsync(PersonWorld.Writer, Cancel).ToListAsync(Cancel));
        await _world.Engine.Cases.AcknowledgeAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.AnswerAsync(one.Id, "by letter", null, PersonWorld.Writer, Cancel);
        await _world.Engine.Cases.CloseAsync(one.Id, "done", PersonWorld.Writer, Cancel);

        Assert.Equal("restricted", Assert.Single((await RunAsync()).Erased).Kind);
        Assert.False(await _world.HasAsync("cold soup"));
    }

    [Fact]
    public async Task Without_a_schedule_nothing_goes_and_only_who_governs_may_run_it()
    {
        var world = new PersonWorld();
        await world.HearAsync(PersonWorld.Words, at: PersonWorld.Start.AddYears(-50));

        Assert.Empty(Assert.IsType<PersonResult<ErasureReport>.Given>(await world.Engine.Retention.RunAsync(PersonWorld.Officer, Cancel)).Value.Erased);
        Assert.IsType<PersonResult<ErasureReport>.Refused>(await world.Engine.Retention.RunAsync(PersonWorld.Writer, Cancel));
        Assert.IsType<PersonResult<ErasureReport>.Refused>(await world.Engine.Retention.TryAsync(PersonWorld.Writer, Cancel));
    }

    [Fact]
    public void Less_than_a_day_is_no_schedule() =>
        Assert.Contains("Messages", Assert.Throws<OptionsValidationException>(() => new PersonWorld(new RetentionOptions { Messages = TimeSpan.FromHours(23) })).Message, StringComparison.Ordinal);

    private static string Text(Edition edition) => DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);

    private async Task<ErasureReport> RunAsync() => Assert.IsType<PersonResult<ErasureReport>.Given>(await _world.Engine.Retention.RunAsync(PersonWorld.Officer, Cancel)).Value;

    private async Task<ErasureReport> TryAsync() => Assert.IsType<PersonResult<ErasureReport>.Given>(await _world.Engine.Retention.TryAsync(PersonWorld.Officer, Cancel)).Value;
}
