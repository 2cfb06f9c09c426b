using Comms.Core.Channels;
using Comms.Core.Governance.LegalHolds;
using Comms.Core.Governance.Persons;
using Comms.Core.Tests.Governance.Persons;
using Xunit;

namespace Comms.Core.Tests.Governance.LegalHolds;

public class LegalHoldDeskTests
{
    private static readonly NewLegalHold Inquiry = new() { Key = "inquiry 7", Reason = "an inquiry", Owner = "legal", ReviewOn = new DateOnly(2027, 11, 30), Writers = ["@JO@a.example"] };

    private readonly PersonWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_is_held_for_stays_in_a_copy_when_they_are_erased_and_the_hold_is_named()
    {
        await _world.HearAsync(PersonWorld.Words);
        await PlaceAsync(Inquiry);

        var report = await _world.EraseAsync();

        Assert.Equal(
            [("message", "legal hold inquiry 7: an inquiry", "legal", Inquiry.ReviewOn), ("legal-hold", "legal hold inquiry 7: an inquiry", "legal", Inquiry.ReviewOn)],
            report.Kept.Select(kept => (kept.Kind, kept.Reason, kept.Owner, kept.ReviewOn)));
        Assert.False(await _world.HasAsync("porter", besides: "restricted"));
        Assert.Equal(PersonWorld.Words, Assert.Single(await KeptAsync()).Text);
        Assert.Equal("legal", Assert.Single(await KeptAsync()).Details["owner"]);
        var export = await _world.ExportAsync();
        Assert.Contains(export, item => item is { Kind: "restricted", Text: PersonWorld.Words });
        Assert.DoesNotContain(export, item => item.Details.Values.Contains("legal"));
    }

    [Fact]
    public async Task What_is_deleted_at_its_source_leaves_a_copy_where_a_hold_or_a_duty_keeps_it_and_none_elsewhere()
    {
        await _world.HearAsync(PersonWorld.Words);
        await _world.HearAsync(PersonWorld.Complaint);
        await _world.HearAsync("Nowhere to park at all again", new Author("@other@b.example"));
        var held = (await _world.Engine.Listening.ListAsync(Cancel).ToListAsync(Cancel))[0].Id;
        await PlaceAsync(Inquiry with { Writers = [], Messages = [held] });

        await _world.DeleteAsync(0);
        await _world.DeleteAsync(1);
        await _world.DeleteAsync(2);

        Assert.Equal([PersonWorld.Complaint, PersonWorld.Words], (await KeptAsync()).Select(item => item.Text!).Order(StringComparer.Ordinal));
        Assert.False(await _world.HasAsync("porter", besides: "restricted"));
        Assert.False(await _world.HasAsync("Nowhere to park"));
        Assert.Contains(await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel), entry => entry.Act == "read-kept");
    }

    [Fact]
    public async Task A_hold_on_a_span_of_time_keeps_what_was_written_in_it_from_its_first_instant_to_before_its_last()
    {
        await PlaceAsync(Inquiry with { Writers = [], From = PersonWorld.Start, To = PersonWorld.Start.AddMinutes(2) });
        foreach (var minute in new[] { -1, 0, 1, 2 })
        {
            await _world.HearAsync($"The porter was kind at minute {minute}", at: PersonWorld.Start.AddMinutes(minute));
        }

        Assert.Equal(2, (await _world.EraseAsync()).Kept.Count);
        Assert.Equal(["The porter was kind at minute 0", "The porter was kind at minute 1"], (await KeptAsync()).Select(item => item.Text!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_hold_without_an_end_or_a_beginning_keeps_everything_on_that_side()
    {
        await _world.HearAsync("The porter was kind before", at: PersonWorld.Start.AddDays(-1));
        await _world.HearAsync("The porter was kind after", at: PersonWorld.Start);
        await PlaceAsync(Inquiry with { Writers = [], To = PersonWorld.Start });
        Assert.Single((await _world.TryAsync()).Kept);

        await PlaceAsync(Inquiry with { Writers = [], From = PersonWorld.Start });
        Assert.Single((await _world.TryAsync()).Kept);
        await PlaceAsync(Inquiry with { Writers = [], From = PersonWorld.Start.AddDays(-1) });
        Assert.Equal(2, (await _world.TryAsync()).Kept.Count);
    }

    [Fact]
    public async Task A_released_hold_keeps_nothing_names_nobody_and_cannot_be_released_again()
    {
        await _world.HearAsync(PersonWorld.Words);
        await PlaceAsync(Inquiry);
        await _world.EraseAsync();

        Assert.IsType<LegalHoldResult.Kept>(await _world.Engine.LegalHolds.ReleaseAsync("inquiry 7", "it has reported", PersonWorld.Officer, Cancel));
        var again = await _world.Engine.LegalHolds.ReleaseAsync("inquiry 7", "it has reported", PersonWorld.Officer, Cancel);

        Assert.Contains("stands", Assert.IsType<LegalHoldResult.Refused>(again).Reason, StringComparison.Ordinal);
        Assert.Equal(_world.Time.GetUtcNow(), Assert.Single(await _world.Engine.LegalHolds.ListAsync(Cancel).ToListAsync(Cancel)).ReleasedAt);
        Assert.Empty((await _world.EraseAsync()).Kept);
        Assert.False(await _world.HasAsync("jo@a.example"));
        Assert.False(await _world.HasAsync("porter"));
    }

    [Fact]
    public async Task Placing_again_under_its_name_changes_it_and_only_who_governs_may()
    {
        await PlaceAsync(Inquiry);
        await PlaceAsync(Inquiry with { ReviewOn = new DateOnly(2028, 1, 31) });

        Assert.Equal(new DateOnly(2028, 1, 31), Assert.Single(await _world.Engine.LegalHolds.ListAsync(Cancel).ToListAsync(Cancel)).ReviewOn);
        Assert.IsType<LegalHoldResult.Refused>(await _world.Engine.LegalHolds.PlaceAsync(Inquiry, PersonWorld.Writer, Cancel));
        Assert.IsType<LegalHoldResult.Refused>(await _world.Engine.LegalHolds.ReleaseAsync(Inquiry.Key, "why", PersonWorld.Writer, Cancel));
        Assert.IsType<PersonResult<IReadOnlyList<HeldItem>>.Refused>(await _world.Engine.Persons.ReadKeptAsync(PersonWorld.Writer, Cancel));
    }

    [Fact]
    public async Task A_hold_that_keeps_nothing_or_says_not_why_is_a_fault_of_the_caller()
    {
        foreach (var wrong in new[]
        {
            Inquiry with { Writers = [] }, Inquiry with { Reason = " " }, Inquiry with { Owner = "" }, Inquiry with { Key = "" }, Inquiry with { Messages = [" "] },
            Inquiry with { From = PersonWorld.Start, To = PersonWorld.Start },
        })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _world.Engine.LegalHolds.PlaceAsync(wrong, PersonWorld.Officer, Cancel));
        }
    }

    private async Task PlaceAsync(NewLegalHold hold) =>
        Assert.IsType<LegalHoldResult.Kept>(await _world.Engine.LegalHolds.PlaceAsync(hold, PersonWorld.Officer, Cancel));

    private async Task<IReadOnlyList<HeldItem>> KeptAsync() =>
        Assert.IsType<PersonResult<IReadOnlyList<HeldItem>>.Given>(await _world.Engine.Persons.ReadKeptAsync(PersonWorld.Officer, Cancel)).Value;
}
