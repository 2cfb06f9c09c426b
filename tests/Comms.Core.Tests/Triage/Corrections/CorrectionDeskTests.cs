using Comms.Core.Governance;
using Comms.Core.Triage;
using Comms.Core.Triage.Corrections;
using Xunit;

namespace Comms.Core.Tests.Triage.Corrections;

/// <summary>What becomes of a correction: kept, obeyed, taken back, switched off.</summary>
public sealed class CorrectionDeskTests
{
    private const string Policy = """
        { "version": 1, "name": "Test", "desk": "comms",
          "teams": [ {"id":"comms","name":"C"}, {"id":"estates","name":"E"}, {"id":"on-call","name":"O"}, {"id":"pals","name":"P"} ],
          "routes": [ {"team":"on-call","flags":["self-harm"]}, {"team":"pals","kinds":["complaint"]} ] }
        """;

    private readonly CorrectionWorld world = new(Triagers.With(Policy));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_message_itself_moves_at_once_and_says_who_moved_it()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);
        await world.RunAsync(Cancel);

        var route = (await world.FindingsAsync("1", Cancel)).Routes[0];
        Assert.Equal("estates", route.Team);
        Assert.Contains("jo said so on 2026-11-23 (correction 1)", Assert.Single(route.Because), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_messages_go_by_it_and_say_so()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"), ("2", "My physio was late again"));
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);
        await HearAsync(("3", "the heron statue by the pond fell over!"), ("4", "The physio was early"));

        var like = (await world.FindingsAsync("3", Cancel)).Routes[0];
        Assert.Equal(("estates", "team estates: learnt from correction 1"), (like.Team, Assert.Single(like.Because)));
        Assert.Equal("comms", Assert.Single((await world.FindingsAsync("4", Cancel)).Routes).Team);
    }

    [Fact]
    public async Task Undoing_leaves_nothing_of_it()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        await world.CorrectAsync("1", Heading.Theme, "Herons", Cancel);
        await world.RunAsync(Cancel);
        Assert.Contains((await world.FindingsAsync("1", Cancel)).Themes, theme => theme.Name == "Herons");

        var undone = Assert.IsType<CorrectionResult.Kept>(await world.Desk.UndoAsync(1, CorrectionWorld.Jo, Cancel)).Correction;
        await HearAsync(("2", "the heron statue by the pond fell over"));

        Assert.Equal("jo", undone.UndoneBy);
        Assert.DoesNotContain((await world.FindingsAsync("1", Cancel)).Themes, theme => theme.Name == "Herons");
        Assert.DoesNotContain((await world.FindingsAsync("2", Cancel)).Themes, theme => theme.Name == "Herons");
        Assert.IsType<CorrectionResult.Existing>(await world.Desk.UndoAsync(1, CorrectionWorld.Jo, Cancel));
    }

    [Fact]
    public async Task Switched_off_it_teaches_nothing_and_on_again_it_does()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);
        await world.Desk.SwitchAsync(on: false, CorrectionWorld.Jo, Cancel);
        await HearAsync(("2", "the heron statue by the pond fell over"));
        await world.Desk.SwitchAsync(on: true, CorrectionWorld.Jo, Cancel);
        await HearAsync(("3", "the heron statue by the pond fell over"));

        Assert.Equal("estates", (await world.FindingsAsync("1", Cancel)).Routes[0].Team);
        Assert.Equal("comms", (await world.FindingsAsync("2", Cancel)).Routes[0].Team);
        Assert.Equal("estates", (await world.FindingsAsync("3", Cancel)).Routes[0].Team);
        Assert.True(await world.Desk.IsOnAsync(Cancel));
    }

    [Fact]
    public async Task Saying_it_twice_is_as_once_and_the_audit_knows_each_act()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        Assert.IsType<CorrectionResult.Kept>(await world.CorrectAsync("1", Heading.Team, "estates", Cancel));
        Assert.IsType<CorrectionResult.Existing>(await world.CorrectAsync("1", Heading.Team, "estates", Cancel));
        await world.Desk.UndoAsync(1, CorrectionWorld.Jo, Cancel);

        var acts = await new AuditTrail(world.Ledger).ReadAsync(Cancel).Where(entry => entry.Actor == "jo").Select(entry => entry.Act).ToListAsync(Cancel);
        Assert.Equal(["correct", "undo-correction"], acts);
        Assert.Single(await world.Desk.ListAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Of_two_that_contradict_each_other_the_later_holds()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);
        await world.CorrectAsync("1", Heading.Team, "pals", Cancel);
        await world.RunAsync(Cancel);

        Assert.Equal("pals", (await world.FindingsAsync("1", Cancel)).Routes[0].Team);
    }

    [Fact]
    public async Task No_correction_takes_a_flag_its_team_or_its_alarm_away()
    {
        const string Cry = "I want to kill myself, the heron statue looks at me";
        await HearAsync([.. Enumerable.Range(1, 8).Select(i => ($"{i}", Cry + new string('!', i)))]);
        for (var i = 1; i <= 8; i++)
        {
            await world.CorrectAsync($"{i}", Heading.Team, "estates", Cancel);
            await world.CorrectAsync($"{i}", Heading.Kind, "information", Cancel);
            await world.CorrectAsync($"{i}", Heading.Sentiment, "positive", Cancel);
        }

        await HearAsync(("9", Cry));
        foreach (var id in new[] { "1", "9" })
        {
            var findings = await world.FindingsAsync(id, Cancel);
            Assert.Equal((Urgency.Emergency, true), (findings.Urgency, findings.NeedsHuman));
            Assert.Contains("self-harm", findings.Flags);
            Assert.Contains(findings.Routes, route => route.Team == "on-call");
        }

        Assert.Equal("on-call", (await world.FindingsAsync("9", Cancel)).Routes[0].Team);
    }

    [Theory]
    [InlineData(Heading.Kind, "complaint", false, "duty")]
    [InlineData(Heading.Kind, "foi", false, "duty")]
    [InlineData(Heading.Kind, "no-such-kind", true, "is no kind")]
    [InlineData(Heading.Team, "nobody", true, "is no team")]
    [InlineData(Heading.Team, "estates", false, "not taken away")]
    [InlineData(Heading.Sentiment, "cross", true, "is no sentiment")]
    [InlineData(Heading.Theme, " ", true, "1 to 80")]
    public async Task What_cannot_be_is_refused_with_its_reason(Heading heading, string label, bool holds, string reason)
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        var refused = Assert.IsType<CorrectionResult.Refused>(await world.CorrectAsync("1", heading, label, Cancel, holds));
        Assert.Contains(reason, refused.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_role_at_the_desk_and_whatever_was_not_heard_is_refused()
    {
        var wanted = new NewCorrection { MessageId = "nothing", Heading = Heading.Theme, Label = "Herons" };
        Assert.Contains("may not", Assert.Single(Assert.IsType<CorrectionResult.Refused>(
            await world.Desk.AddAsync(wanted, new Actor("sam", []), Cancel)).Reasons), StringComparison.Ordinal);
        Assert.Contains("no triaged message", Assert.Single(Assert.IsType<CorrectionResult.Refused>(
            await world.Desk.AddAsync(wanted, CorrectionWorld.Jo, Cancel)).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_on_the_same_ledger_learns_it_too()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        var elsewhere = new CorrectionBook(world.Ledger);
        Assert.Empty((await elsewhere.CurrentAsync(Cancel)).Labels);
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);

        Assert.Contains((await elsewhere.CurrentAsync(Cancel)).Labels, label => label.Name == new LocalName(Heading.Team, "estates"));
    }

    [Fact]
    public async Task What_was_deleted_at_its_source_teaches_nothing_any_more()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"));
        await world.CorrectAsync("1", Heading.Team, "estates", Cancel);
        await world.RunAsync(Cancel);
        world.Delete("1");
        await world.RunAsync(Cancel);

        Assert.Empty((await world.Book.CurrentAsync(Cancel)).Labels);
    }

    [Fact]
    public async Task The_words_that_it_names_are_those_on_which_it_rests()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"), ("2", "My physio was late again"));
        await world.CorrectAsync("1", Heading.Theme, "Herons", Cancel);
        await HearAsync(("3", "the heron statue by the pond fell over!"));

        var evidence = (await world.FindingsAsync("3", Cancel)).Evidence.Where(span => span.For == "theme:Herons").ToArray();
        Assert.NotEmpty(evidence);
        var layer = await world.Book.CurrentAsync(Cancel);
        Assert.All(evidence, span => Assert.True(
            ScoreOf(layer, "the heron statue by the pond fell over!".Remove(span.Start, span.Length)) < ScoreOf(layer, "the heron statue by the pond fell over!")));
    }

    [Fact]
    public async Task The_span_path_allocates_nothing_with_a_layer()
    {
        await HearAsync(("1", "The heron statue by the pond fell over"), ("2", "My physio was late again"));
        await world.CorrectAsync("1", Heading.Theme, "Herons", Cancel);
        await world.CorrectAsync("2", Heading.Sentiment, "neutral", Cancel);
        var triager = world.Triage.Triager.With(await world.Book.CurrentAsync(Cancel));
        var result = new TriageResult();
        triager.Triage("the heron statue by the pond fell over", result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        triager.Triage("the heron statue by the pond fell over", result);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Contains(result.Themes.ToArray(), theme => theme.Name == "Herons");
    }

    private async Task HearAsync(params (string Id, string Text)[] messages)
    {
        foreach (var (id, text) in messages)
        {
            world.Say(id, text);
        }

        await world.RunAsync(Cancel);
    }

    private static float ScoreOf(CorrectionLayer layer, string text)
    {
        var scores = new float[layer.Labels.Count];
        layer.Score(text, scores);
        return scores[0];
    }
}
