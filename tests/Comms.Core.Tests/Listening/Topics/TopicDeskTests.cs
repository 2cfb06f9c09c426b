using System.Globalization;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Listening.Topics;
using Comms.Core.Tests.Cases;
using Xunit;

namespace Comms.Core.Tests.Listening.Topics;

public class TopicDeskTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly CaseWorld _world = new(comms => comms.Configure(options => options with
    {
        CaseRestrictions = [new CaseRestriction { Flags = ["safeguarding-child"], Roles = ["safeguarding-lead"] }],
    }));

    private int _said;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_people_in_an_hour_are_a_burst_and_one_who_writes_often_is_none()
    {
        SayForWeeks(8);
        for (var at = 0; at < 12; at++)
        {
            Say($"Where is the flu jab, I ask? {at}", Now.AddHours(-3).AddMinutes(at), "person" + at);
            Say($"#Parking again {at}", Now.AddHours(-3).AddMinutes(at), "one-person");
        }

        var report = await SurveyAsync();

        var burst = Assert.Single(report.Bursts);
        Assert.Equal(("Flu jabs", true, Now.AddHours(-3), 1, 12), (burst.Topic, burst.Watched, burst.From, burst.Hours, burst.Voices));
        Assert.InRange(burst.Chance, 0, 0.001);
        Assert.Equal("https://town.example/" + (_said - 24), burst.FirstUrl);
        Assert.Equal((12, 12), (report.Topics[0].Messages, report.Topics[0].Voices));
    }

    [Fact]
    public async Task A_hashtag_that_nobody_watches_is_named_when_it_rises()
    {
        SayForWeeks(4);
        for (var at = 0; at < 8; at++)
        {
            Say("No water here #BurstMain", Now.AddHours(at < 4 ? -5 : -4).AddMinutes(at), "person" + at);
        }

        var burst = Assert.Single((await SurveyAsync()).Bursts);

        Assert.Equal(("#BurstMain", false, 2), (burst.Topic, burst.Watched, burst.Hours));
    }

    [Fact]
    public async Task Of_a_topic_that_nobody_speaks_of_none_is_usual()
    {
        for (var day = 0; day < 28; day++)
        {
            Say("Good morning", Now.AddDays(-day).AddHours(-1), "person");
        }

        Assert.Equal((0, 0.0), Assert.Single((await SurveyAsync()).Topics) is var topic ? (topic.Voices, topic.Usual) : default);
    }

    [Fact]
    public async Task Without_two_weeks_of_listening_nothing_is_called_a_burst()
    {
        for (var at = 0; at < 12; at++)
        {
            Say("Where is the flu jab?", Now.AddHours(-3), "person" + at);
        }

        var report = await SurveyAsync();

        Assert.False(report.KnowsUsual);
        Assert.Empty(report.Bursts);
        Assert.Equal((12, null), (report.Topics[0].Voices, report.Topics[0].Usual));
        Assert.Contains("What is usual is not known yet", Shown(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_near_a_topic_is_named_with_why()
    {
        Say("Is the flu jab safe if you are pregnant? Ring me on 07700 900123", Now.AddHours(-5), "ann", id: "a");
        Say("I was told yes", Now.AddHours(-4), "bob", id: "b", answers: "a");
        Say("Does anybody know for sure?", Now.AddHours(-3), "ann", id: "c", answers: "b");
        Say("A flu jab for me", Now.AddHours(-2), "alone");

        var report = await SurveyAsync();

        var open = Assert.Single(report.Conversations);
        Assert.Equal((3, 2, true), (open.Messages.Count, open.Voices, open.Asks));
        Assert.Equal(["Flu jabs"], open.Topics);
        Assert.Contains("A question stands without an answer.", Shown(report), StringComparison.Ordinal);
        Assert.DoesNotContain("07700", Shown(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hashtag_that_goes_with_a_topic_brings_its_conversations_near()
    {
        foreach (var person in new[] { "p1", "p2", "p3" })
        {
            Say("Flu jab done #ArmsOut", Now.AddDays(-2), person);
        }

        Say("#ArmsOut this Saturday", Now.AddHours(-2), "ann", id: "a");
        Say("See you there", Now.AddHours(-1), "bob", answers: "a");

        Assert.Equal(["#ArmsOut"], Assert.Single((await SurveyAsync()).Conversations).NearHashtags);
    }

    [Fact]
    public async Task What_is_restricted_answered_silent_or_deleted_is_no_conversation_to_join()
    {
        Say("The little boy next door has bruises all over his arms. Flu jab queue", Now.AddHours(-5), "ann", id: "secret");
        Say("How awful", Now.AddHours(-4), "bob", answers: "secret");
        Say("I want to make a formal complaint: no flu jab for my mum", Now.AddHours(-5), "cas", id: "answered");
        Say("Same here", Now.AddHours(-4), "dee", answers: "answered");
        Say("A flu jab, anyone?", Now.AddDays(-4), "eve", id: "old");
        Say("Me", Now.AddDays(-4), "fay", answers: "old");
        Say("Flu jab gone", Now.AddHours(-5), "gil", id: "gone");
        _world.Source.Add(new SourceEvent.Deleted("gone", Now.AddHours(-1)));
        await _world.RunAsync();
        var complaint = await _world.OwnAsync(Comms.Core.Listening.Message.KeyFor("inbox", "answered").Id);
        var before = await SurveyAsync();
        Assert.True(Assert.Single(before.Conversations).InCase);

        Assert.IsType<CaseResult.Changed>(await _world.Engine.Cases.AcknowledgeAsync(complaint.Id, "by phone", at: null, CaseWorld.Handler, Cancel));

        Assert.Empty((await SurveyAsync()).Conversations);
    }

    [Fact]
    public async Task A_request_that_cannot_be_meant_is_refused_at_once()
    {
        var request = Request();
        await RefusedAsync(request with { Topics = [.. request.Topics, request.Topics[0]] });
        await RefusedAsync(request with { Topics = [new Topic { Name = "Empty", Phrases = [" "] }] });
        await RefusedAsync(request with { Zone = "Europe/Nowhere" });
        await RefusedAsync(request with { FalseAlarmRate = 0 });
        await RefusedAsync(request with { Days = 32 });
    }

    private async Task RefusedAsync(TopicRequest request) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _world.Engine.Topics.SurveyAsync(request, Cancel));

    private static TopicRequest Request() => new()
    {
        Topics = [new Topic { Name = "Flu jabs", Phrases = ["#FluJab", "flu jab"] }],
        To = Now,
        Zone = "Europe/London",
    };

    private async Task<TopicReport> SurveyAsync()
    {
        await _world.RunAsync();
        return await _world.Engine.Topics.SurveyAsync(Request(), Cancel);
    }

    private static string Shown(TopicReport report) => DocumentRenderer.Render(TopicPage.ToDocument(report), DocumentFormat.PlainText);

    /// <summary>Something is said every day, and of flu jabs and parking once a week.</summary>
    private void SayForWeeks(int weeks)
    {
        for (var day = 8; day < weeks * 7; day++)
        {
            Say(day % 7 == 0 ? "A flu jab today #Parking" : "Good morning", Now.AddDays(-day), "person" + (day % 5));
        }
    }

    private void Say(string text, DateTimeOffset at, string handle, string? id = null, string? answers = null)
    {
        var item = (_said++).ToString(CultureInfo.InvariantCulture);
        _world.Source.Add(new SourceEvent.Posted(new SourceItem
        {
            Id = id ?? item,
            Text = text,
            At = at,
            Author = new Author(handle),
            InReplyTo = answers,
            Url = "https://town.example/" + item,
        }));
    }
}
