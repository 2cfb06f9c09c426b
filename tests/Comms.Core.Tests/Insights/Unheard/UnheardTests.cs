using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Insights.Reporting;
using Comms.Core.Insights.Unheard;
using Comms.Core.Text;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Insights.Unheard;

public class UnheardTests
{
    private static readonly UnheardRequest Request = new() { LastDay = new DateOnly(2026, 11, 22), Zone = "Europe/London" };

    [Fact]
    public async Task What_the_survey_names_and_no_message_does_comes_first()
    {
        var report = await ReadAsync(
        [
            .. Many(60, Act.Answer, "Parking", "Northbridge"), .. Many(40, Act.Answer, "Interpreters", "Ashlow"),
            .. Many(90, Act.Mention, "Parking", "Northbridge"), .. Many(30, Act.Mention, "Parking", "Ashlow"),
        ]);
        Assert.Equal((100, 120), (report.Answers, report.Messages));
        var voice = Assert.Single(report.Voices);
        Assert.Equal((VoiceKind.Theme, "Interpreters", 0L, 120L), (voice.Kind, voice.Name, voice.Messages, voice.MessagesTelling));
        Assert.Equal(4, report.Compared);
        Assert.Contains("Interpreters; Kind: theme; Survey: 40 of 100 (40.0%); Messages: 0 of 120", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_compared_among_those_who_tell_theirs()
    {
        var report = await ReadAsync(
        [
            .. Many(50, Act.Answer, "Parking", groups: ["carer", "over 75"]), .. Many(50, Act.Answer, "Parking", groups: ["over 75"]),
            .. Many(80, Act.Mention, "Parking", groups: ["over 75"]), .. Many(500, Act.Mention, "Parking"),
        ]);
        var voice = Assert.Single(report.Voices);
        Assert.Equal((VoiceKind.Group, "carer", 80L), (voice.Kind, voice.Name, voice.MessagesTelling));
    }

    [Fact]
    public async Task Where_no_message_tells_a_group_nothing_is_said_of_groups()
    {
        var report = await ReadAsync([.. Many(50, Act.Answer, "Parking", groups: ["carer"]), .. Many(80, Act.Mention, "Parking")]);
        Assert.Empty(report.Voices);
        Assert.Equal([VoiceKind.Group], report.NotTold);
        Assert.Contains("The survey tells groups and no message does", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_under_five_is_not_told_and_does_not_show_in_the_gap()
    {
        var gaps = new List<double>();
        foreach (var few in Enumerable.Range(1, 4))
        {
            var report = await ReadAsync([.. Many(60, Act.Answer, "Parking"), .. Many(60, Act.Answer, "Food"), .. Many(200, Act.Mention, "Parking"), .. Many(few, Act.Comment, "Food"), .. Many(4 - few, Act.Comment, "Parking")]);
            var voice = Assert.Single(report.Voices);
            Assert.Null(voice.Messages);
            gaps.Add(voice.LeastGap);
            Assert.Contains("fewer than 5 of 204", Text(report), StringComparison.Ordinal);
        }

        Assert.Single(gaps.Distinct());
    }

    [Fact]
    public async Task Named_sources_are_the_survey_whatever_their_act()
    {
        TriagedMessage[] messages = [.. Many(60, Act.Mention, "Food", source: "fft"), .. Many(60, Act.Answer, "Parking", source: "page")];
        var report = await ReadAsync(messages, Request with { Survey = ["fft"] });
        Assert.Equal(["Food"], report.Voices.Select(voice => voice.Name));
        Assert.Equal(["Parking"], (await ReadAsync(messages)).Voices.Select(voice => voice.Name));
    }

    [Fact]
    public async Task What_is_outside_the_days_or_seldom_named_is_not_compared()
    {
        var report = await ReadAsync([.. Many(4, Act.Answer, "Rare"), .. Many(50, Act.Answer, "Old", day: new DateOnly(2020, 1, 1)), .. Many(90, Act.Mention, "Parking")]);
        Assert.Equal((4L, 0), (report.Answers, report.Compared));
        Assert.Contains("There was nothing to compare.", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_many_alike_hardly_anything_is_named_by_chance()
    {
        var (named, compared) = (0, 0);
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var chance = new Chance(seed);
            var survey = new UnheardSurvey(Request);
            foreach (var at in Enumerable.Range(0, 800))
            {
                survey.Add(Message($"{at}", at % 2 == 0 ? Act.Answer : Act.Mention, $"theme {chance.Below(20)}", place: null, [], "page", Request.LastDay));
            }

            var report = survey.Make();
            (named, compared) = (named + report.Voices.Count, compared + report.Compared);
        }

        Assert.InRange((double)named / compared, 0, 0.003);
    }

    private static Task<UnheardReport> ReadAsync(IEnumerable<TriagedMessage> messages, UnheardRequest? request = null) =>
        Told.DeskOf(messages.Select((message, at) => Numbered(message, at))).UnheardAsync(request ?? Request, TestContext.Current.CancellationToken).AsTask();

    private static string Text(UnheardReport report) => DocumentRenderer.Render(UnheardPage.ToDocument(report), DocumentFormat.PlainText);

    private static IEnumerable<TriagedMessage> Many(int count, Act act, string theme, string? place = null, string[]? groups = null, string source = "page", DateOnly? day = null) =>
        Enumerable.Range(0, count).Select(at => Message($"{at}", act, theme, place, groups ?? [], source, day ?? Request.LastDay));

    private static TriagedMessage Numbered(TriagedMessage message, int at) =>
        Message($"{at}", message.Act, message.Findings.Themes[0].Name, message.Place, message.Groups, message.Source, DateOnly.FromDateTime(message.At.Date));

    private static TriagedMessage Message(string id, Act act, string theme, string? place, IReadOnlyList<string> groups, string source, DateOnly day) => new(
        id, source, new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), "words", author: null, act, inReplyTo: null, url: null, service: null, place,
        new TriageFindings { Sentiment = new Sentiment("neutral", 0, 0, 0), Themes = [new Label(theme, 0.9f)], Routes = [new Route("estates", ["a rule"])] })
    {
        Groups = groups,
    };
}
