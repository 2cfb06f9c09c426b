using Comms.Core.Amplifiers;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Exercises;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Governance.Persons;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Amplifiers;

public sealed class AmplifierDeskTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private static readonly Uri There = new("https://town.example/@jo/1");
    private static readonly NewAmplifier Jo = new() { Person = "4711", Name = "Jo Sample", Team = "ward", Handles = ["@jo@town.example"], MayBeCelebrated = true };
    private readonly FakeTimeProvider clock = new(Nine);
    private readonly CommsEngine engine;

    public AmplifierDeskTests() => engine = new CommsBuilder().UseClock(clock).AddChannel(new InMemoryChannel("town")).AddChannel(new InMemoryChannel("board")).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_agreed_gets_the_approved_words_unchanged_and_what_they_share_is_counted()
    {
        var post = await PublishAsync("The vaccine has not run out. There is enough for all.");
        Kept(await engine.Amplifiers.AgreeAsync(Jo, Writer, Cancel));
        Kept(await engine.Amplifiers.OfferAsync(post, "The vaccine has run out.", Approver, Cancel));

        var kit = await engine.Amplifiers.KitAsync(post, Cancel);
        Kept(await engine.Amplifiers.ShareAsync("4711", post, There, 120, Writer, Cancel));
        Kept(await engine.Amplifiers.ShareAsync("4711", post, new Uri("https://elsewhere.example/2"), null, Writer, Cancel));
        Kept(await engine.Amplifiers.ShareAsync("4711", post, There, 150, Writer, Cancel));

        Assert.Equal(["board", "town"], kit!.Pieces.Select(piece => piece.Account));
        Assert.All(kit.Pieces, piece => Assert.Equal("The vaccine has not run out. There is enough for all.", piece.Words));
        var report = await engine.Amplifiers.ReportAsync(Nine, Nine.AddDays(1), Cancel);
        Assert.Equal((1, 2, 150L, 2), (report.Helping, report.Shares, report.Reached, report.Corrections));
        Assert.Equal(new AmplifiedFact(post, "The vaccine has run out.", 2, 150), Assert.Single(report.Facts));
        Assert.Empty((await engine.Amplifiers.ReportAsync(Nine.AddDays(1), Nine.AddDays(2), Cancel)).Facts);
    }

    [Fact]
    public async Task Only_what_stands_is_offered_and_only_what_was_offered_is_passed_on()
    {
        var added = Assert.IsType<DraftResult.Added>(await engine.Authoring.AddAsync(new NewDraft { Text = "Not yet.", Accounts = ["town"] }, Writer, Cancel));
        Kept(await engine.Amplifiers.AgreeAsync(Jo, Writer, Cancel));

        Refused("stands anywhere", await engine.Amplifiers.OfferAsync(added.Draft.Id, null, Approver, Cancel));
        Refused("may not publish", await engine.Amplifiers.OfferAsync(added.Draft.Id, null, Writer, Cancel));
        Refused("was not offered", await engine.Amplifiers.ShareAsync("4711", added.Draft.Id, There, null, Writer, Cancel));
        Assert.Null(await engine.Amplifiers.KitAsync(await PublishAsync("Said, and not offered."), Cancel));
    }

    [Fact]
    public async Task Whoever_withdraws_is_forgotten_and_only_the_counts_stay()
    {
        var post = await PublishAsync("A fact.");
        Kept(await engine.Amplifiers.AgreeAsync(Jo, Writer, Cancel));
        Kept(await engine.Amplifiers.OfferAsync(post, null, Approver, Cancel));
        Kept(await engine.Amplifiers.ShareAsync("4711", post, There, 9, Writer, Cancel));
        Kept(await engine.Amplifiers.NoteWorkAsync("4711", "A blog about night shifts", There, Writer, Cancel));

        Kept(await engine.Amplifiers.WithdrawAsync("4711", new Actor("4711", []), Cancel));

        var left = await engine.Amplifiers.ListAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal(("", "", Nine), (left.Person, left.Name, left.WithdrawnAt));
        Assert.Empty(left.Handles);
        Assert.Empty(left.Work);
        Assert.Equal(new AmplifierShare(post, "", 9, Nine), Assert.Single(left.Shares));
        Assert.Equal((0, 1, 9L), await engine.Amplifiers.ReportAsync(Nine, Nine.AddDays(1), Cancel) is var report ? (report.Helping, report.Shares, report.Reached) : default);
        Refused("withdrawn", await engine.Amplifiers.ShareAsync("4711", post, There, 9, Writer, Cancel));
        Refused("withdrawn", await engine.Amplifiers.WithdrawAsync("4711", Writer, Cancel));
    }

    [Fact]
    public async Task Who_agrees_again_begins_anew_and_keeps_their_counts()
    {
        Kept(await engine.Amplifiers.AgreeAsync(Jo, Writer, Cancel));
        Kept(await engine.Amplifiers.WithdrawAsync("4711", Writer, Cancel));
        clock.Advance(TimeSpan.FromDays(1));

        Kept(await engine.Amplifiers.AgreeAsync(Jo with { MayBeCelebrated = false }, Writer, Cancel));

        var jo = await engine.Amplifiers.ListAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal(("Jo Sample", Nine.AddDays(1), null), (jo.Name, jo.AgreedAt, jo.WithdrawnAt));
        Refused("do not wish to be named", await engine.Amplifiers.NoteWorkAsync("4711", "x", There, Writer, Cancel));
    }

    [Fact]
    public async Task Nobody_answers_for_a_colleague_unless_they_may()
    {
        var stranger = new Actor("0815", []);

        Refused("someone else", await engine.Amplifiers.AgreeAsync(Jo, stranger, Cancel));
        Refused("have not agreed", await engine.Amplifiers.WithdrawAsync("0815", stranger, Cancel));
    }

    [Fact]
    public async Task An_erasure_takes_who_they_are_and_the_audit_never_told_it()
    {
        var world = new PersonWorld();
        Kept(await world.Engine.Amplifiers.AgreeAsync(Jo with { Handles = ["@jo@a.example"] }, PersonWorld.Writer, Cancel));
        await world.HearAsync(PersonWorld.Words);

        var report = await world.EraseAsync();

        Assert.Contains(report.Erased, item => item.Kind == "amplifier");
        Assert.False(await world.HasAsync("Jo Sample"));
        Assert.False(await world.HasAsync("4711"));
    }

    [Fact]
    public async Task In_an_exercise_the_words_say_that_it_is_one()
    {
        var scenario = Exercises.Scenarios.Read();
        var exercise = await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), cancel: Cancel);
        await exercise.PlayAsync(new PlayOptions { SkipWaiting = true }, Cancel);
        var post = Draft.IdOf("words");

        Kept(await exercise.Engine.Amplifiers.OfferAsync(post, "It was a bomb.", scenario.Players.Single(player => player.Id == "approver"), Cancel));

        Assert.All((await exercise.Engine.Amplifiers.KitAsync(post, Cancel))!.Pieces, piece => Assert.StartsWith("EXERCISE: ", piece.Words, StringComparison.Ordinal));
    }

    private static void Kept(AmplifierResult result) => Assert.IsType<AmplifierResult.Kept>(result);

    private static void Refused(string why, AmplifierResult result) =>
        Assert.Contains(why, Assert.IsType<AmplifierResult.Refused>(result).Reason, StringComparison.Ordinal);

    private async Task<string> PublishAsync(string words)
    {
        var added = Assert.IsType<DraftResult.Added>(await engine.Authoring.AddAsync(new NewDraft { Text = words, Accounts = ["town", "board"] }, Writer, Cancel));
        var approved = Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(added.Draft, Approver, Cancel));
        var scheduled = Assert.IsType<ScheduleResult.Scheduled>(engine.Scheduling.Schedule(approved.Post, new ScheduleRequest { Instant = clock.GetUtcNow() }, Approver));
        await engine.Publishing.AcceptAsync(scheduled.Post, Cancel);
        await engine.RunDueAsync(Cancel);
        return added.Draft.Id;
    }
}
