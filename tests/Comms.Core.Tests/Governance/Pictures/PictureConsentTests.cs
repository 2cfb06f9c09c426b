using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Pictures;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Governance.Persons;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Governance.Pictures;

public sealed class PictureConsentTests
{
    private static readonly DateTimeOffset Nine = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private readonly FakeTimeProvider clock = new(Nine);
    private readonly InMemoryChannel channel = new("town");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_consent_is_required_a_picture_of_which_nothing_is_recorded_is_not_approved()
    {
        var engine = Engine(required: true);
        var draft = await DraftAsync(engine);

        Refused("nobody has recorded", await engine.Approval.ApproveAsync(draft, Approver, Cancel));
        await RecordAsync(engine, draft, with => with with { ShowsNobody = true, Form = null });
        Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(draft, Approver, Cancel));
    }

    [Fact]
    public async Task Elsewhere_it_is_approved_as_before()
    {
        var engine = Engine();

        Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(await DraftAsync(engine), Approver, Cancel));
    }

    [Fact]
    public async Task A_consent_holds_to_the_end_of_its_last_day_where_the_team_is()
    {
        var engine = Engine();
        var draft = await DraftAsync(engine);
        await RecordAsync(engine, draft, with => with with { Until = new DateOnly(2026, 7, 1) });
        var consent = await engine.PictureConsents.ListAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 23, 0, 0, TimeSpan.Zero), consent.EndsAt);

        clock.SetUtcNow(consent.EndsAt!.Value.AddTicks(-1));
        var approved = Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(draft, Approver, Cancel));
        clock.SetUtcNow(consent.EndsAt.Value);
        Refused("the consent ended on 2026-07-01", await engine.Approval.ApproveAsync(await DraftAsync(engine, "Again."), Approver, Cancel));
        Assert.NotNull(approved.Post);
    }

    [Fact]
    public async Task A_post_whose_consent_ended_on_its_way_is_held_and_no_one_lets_it_go_before_there_is_a_new_one()
    {
        var engine = Engine();
        var draft = await DraftAsync(engine);
        await RecordAsync(engine, draft, with => with);
        await ScheduleAsync(engine, draft, Nine.AddHours(2));
        Assert.IsType<PictureConsentResult.Kept>(await engine.PictureConsents.WithdrawAsync(Sha(draft), Writer, Cancel));

        clock.SetUtcNow(Nine.AddHours(2));
        await engine.RunDueAsync(Cancel);
        var held = await engine.Publishing.ListAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal(DeliveryState.Held, held.State);
        Assert.Contains("taken back on 2026-07-01", held.Reason, StringComparison.Ordinal);
        Assert.True(await engine.Publishing.SendAgainAsync(held, Approver, Cancel));
        await engine.RunDueAsync(Cancel);
        Assert.Empty(channel.Posts);

        await RecordAsync(engine, draft, with => with with { Form = "file 12" });
        Assert.True(await engine.Publishing.SendAgainAsync(await engine.Publishing.ListAsync(Cancel).SingleAsync(Cancel), Approver, Cancel));
        await engine.RunDueAsync(Cancel);
        Assert.Single(channel.Posts);
    }

    [Fact]
    public async Task Only_who_may_write_records_and_only_what_stands_is_taken_back()
    {
        var engine = Engine();
        var consent = new NewPictureConsent { Sha256 = new string('a', 64), Form = "file 7" };

        Assert.Contains("may not write", Assert.IsType<PictureConsentResult.Refused>(await engine.PictureConsents.RecordAsync(consent, new Actor("x", []), Cancel)).Reason, StringComparison.Ordinal);
        Assert.Contains("no consent that stands", Assert.IsType<PictureConsentResult.Refused>(await engine.PictureConsents.WithdrawAsync(consent.Sha256, Writer, Cancel)).Reason, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await engine.PictureConsents.RecordAsync(consent with { Form = null }, Writer, Cancel));
    }

    [Fact]
    public async Task A_name_that_got_into_the_place_of_the_form_goes_at_an_erasure()
    {
        var world = new PersonWorld();
        await world.HearAsync(PersonWorld.Words);
        Assert.IsType<PictureConsentResult.Kept>(await world.Engine.PictureConsents.RecordAsync(
            new NewPictureConsent { Sha256 = new string('b', 64), Form = "signed by @jo@a.example" }, PersonWorld.Writer, Cancel));

        Assert.Contains((await world.EraseAsync()).Erased, item => item.Kind == "picture-consent");
        Assert.False(await world.HasAsync("jo@a.example"));
    }

    private static void Refused(string why, ApprovalResult result) =>
        Assert.Contains(Assert.IsType<ApprovalResult.Refused>(result).Reasons, reason => reason.Contains(why, StringComparison.Ordinal));

    private static string Sha(Draft draft) => draft.Renditions[0].Media[0].Sha256;

    private static async Task RecordAsync(CommsEngine engine, Draft draft, Func<NewPictureConsent, NewPictureConsent> change) => Assert.IsType<PictureConsentResult.Kept>(
        await engine.PictureConsents.RecordAsync(change(new NewPictureConsent { Sha256 = Sha(draft), Form = "file 11" }), Writer, Cancel));

    private static async Task<Draft> DraftAsync(CommsEngine engine, string text = "Our porters.")
    {
        using var picture = new MemoryStream([137, 80, 78, 71, 13, 10, 26, 10]);
        var stored = await engine.Media.PutAsync(picture, Cancel);
        return Assert.IsType<DraftResult.Added>(await engine.Authoring.AddAsync(
            new NewDraft { Text = text, Accounts = ["town"], Media = [new MediaRef(stored.Sha256, "image/png", stored.Length, "Two porters laugh")] }, Writer, Cancel)).Draft;
    }

    private static async Task ScheduleAsync(CommsEngine engine, Draft draft, DateTimeOffset at)
    {
        var approved = Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(draft, Approver, Cancel));
        var scheduled = Assert.IsType<ScheduleResult.Scheduled>(engine.Scheduling.Schedule(approved.Post, new ScheduleRequest { Instant = at }, Approver));
        await engine.Publishing.AcceptAsync(scheduled.Post, Cancel);
    }

    private CommsEngine Engine(bool required = false) =>
        new CommsBuilder().Configure(with => with with { PictureConsentRequired = required }).UseClock(clock).AddChannel(channel).Build();
}
