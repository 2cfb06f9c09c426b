using Comms.Core.Cases;
using Comms.Core.Cases.Consultations;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Cases.Consultations;

/// <summary>What comes in to a consultation is collected against its questions.</summary>
public class ConsultationTests
{
    private static readonly Consultation BirthCentre = new()
    {
        Id = "birth-centre",
        Title = "The future of the birth centre",
        From = new DateOnly(2026, 11, 1),
        To = new DateOnly(2026, 11, 24),
        Hashtag = "#BirthCentre",
        Questions =
        [
            new ConsultationQuestion { Id = "1", Text = "How would you travel?", Words = ["bus", "drive"] },
            new ConsultationQuestion { Id = "2", Text = "What matters most to you?" },
        ],
    };

    private readonly CaseWorld _world = new(builder => builder.Configure(options => options with { Consultations = [BirthCentre] }));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#birthcentre I cannot drive and the bus is hourly.", "1")]
    [InlineData("Re the future of the birth centre. Question 2: my midwife.", "2")]
    [InlineData("#BirthCentre Q1 by bus. Q2 being close to home.", "1 2")]
    [InlineData("#BirthCentre ynghylch cwestiwn 2: bod yn agos at adref.", "2")]
    [InlineData("#BirthCentre keep it open!", "")]
    public async Task A_response_is_known_by_its_name_and_its_questions_by_number_or_word(string text, string questions)
    {
        var response = (await _world.HearAsync("1", text)).Response!;
        Assert.Equal("birth-centre", response.Consultation);
        Assert.Equal(questions, string.Join(' ', response.Questions));
    }

    [Theory]
    [InlineData("The midwives at the birth centre were lovely.")]
    [InlineData("#BirthCentreMums meet on Friday.")]
    public async Task What_names_no_consultation_is_none(string text)
    {
        _world.Say("1", text);
        await _world.RunAsync();
        Assert.DoesNotContain(await _world.Engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel), one => one.Response is not null);
    }

    [Fact]
    public async Task Responses_are_counted_once_for_each_writer_and_wording_and_late_ones_stand_as_late()
    {
        var jo = new Author("@jo@a.example", "Jo Sample");
        await _world.HearAsync("1", "#BirthCentre Q1 I cannot  drive.", jo);
        await _world.HearAsync("2", "#birthcentre q1 i cannot drive.", new Author("@lee@a.example"));
        await _world.HearAsync("3", "#BirthCentre my number is 01632 960123, keep it open", jo);
        _world.Clock.Advance(TimeSpan.FromDays(2));
        await _world.HearAsync("4", "#BirthCentre Q1 the bus is hourly.");

        var report = await CollectAsync();
        Assert.Equal((4, 3, 3, 1), Counts(report.Whole));
        Assert.Equal((3, 3, 2, 1), Counts(report.Questions[0]));
        Assert.Equal((0, 0, 0, 0), Counts(report.Questions[1]));
        Assert.Equal("#BirthCentre my number is [phone removed], keep it open", Assert.Single(report.Unsorted).Words);

        var page = DocumentRenderer.Render(ConsultationPage.ToDocument(report, "Europe/London"), DocumentFormat.PlainText);
        Assert.Contains("1 to 24 November 2026: 4 responses by 3 writers.", page, StringComparison.Ordinal);
        Assert.Contains("To no one question", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Sample", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_says_which_questions_are_answered_and_an_edit_does_not_undo_it()
    {
        var open = await _world.HearAsync("1", "#BirthCentre keep it open!");
        await LogAsync(open.Id, "2");
        _world.Source.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = "#BirthCentre keep it open! I go by bus.", At = _world.Clock.GetUtcNow() }));
        await _world.RunAsync();
        Assert.Equal(["2"], (await _world.Engine.Cases.FindAsync(open.Id, Actor.Engine, Cancel))!.Response!.Questions);

        Assert.Equal("there is no consultation car-park; there is birth-centre", Assert.Single(await RefusedAsync(open.Id, new ConsultationResponse { Consultation = "car-park" })));
        Assert.Equal("birth-centre has no question 9; it has 1 and 2", Assert.Single(await RefusedAsync(open.Id, new ConsultationResponse { Consultation = "birth-centre", Questions = ["9"] })));
    }

    [Fact]
    public async Task Joined_responses_answer_what_both_answered_and_each_message_counts()
    {
        var one = await _world.HearAsync("1", "#BirthCentre Q1 by bus.");
        var two = await _world.HearAsync("2", "#BirthCentre Q2 being close.");
        var joined = Assert.IsType<CaseResult.Changed>(await _world.Engine.Cases.JoinAsync(one.Id, two.Id, CaseWorld.Handler, Cancel)).Case;
        Assert.Equal(["2", "1"], joined.Response!.Questions);
        Assert.Equal(2, (await CollectAsync()).Whole.Responses);

        await _world.Engine.Cases.SplitAsync(one.Id, CaseWorld.Handler, Cancel);
        Assert.Equal(2, (await CollectAsync()).Whole.Responses);
    }

    [Fact]
    public async Task What_only_some_may_see_and_what_was_deleted_is_counted_apart()
    {
        var one = await _world.HearAsync("1", "#BirthCentre Q1 by bus.");
        await _world.HearAsync("2", "#BirthCentre Q2 being close.");
        await _world.Engine.Cases.RestrictAsync(one.Id, ["legal"], "a claim", CaseWorld.Handler, Cancel);
        _world.Source.Add(new SourceEvent.Deleted("2", _world.Clock.GetUtcNow()));
        await _world.RunAsync();

        var report = await CollectAsync();
        Assert.Equal((0, 1, 1), (report.Whole.Responses, report.Restricted, report.Gone));
    }

    [Fact]
    public void A_consultation_that_cannot_be_is_named_with_its_faults()
    {
        var twice = BirthCentre with { To = new DateOnly(2026, 10, 1), Hashtag = "BirthCentre", Questions = [] };
        var fault = Assert.Throws<OptionsValidationException>(() => new CommsBuilder().Configure(options => options with { Consultations = [BirthCentre, twice] }).Build());
        Assert.All(
            ["'birth-centre' stands twice", "ends before it begins", "one begins with #", "asks nothing"],
            said => Assert.Contains(said, fault.Message, StringComparison.Ordinal));
    }

    private static (int Responses, int People, int Wordings, int Late) Counts(QuestionCount count) => (count.Responses, count.People, count.Wordings, count.Late);

    private async Task<ConsultationReport> CollectAsync() => await _world.Engine.Cases.CollectAsync(BirthCentre, CaseWorld.Handler, Cancel);

    private async Task LogAsync(string id, params string[] questions) => Assert.IsType<CaseResult.Changed>(await _world.Engine.Cases.LogResponseAsync(
        id, new ConsultationResponse { Consultation = "birth-centre", Questions = questions }, CaseWorld.Handler, Cancel));

    private async Task<IReadOnlyList<string>> RefusedAsync(string id, ConsultationResponse response) =>
        Assert.IsType<CaseResult.Refused>(await _world.Engine.Cases.LogResponseAsync(id, response, CaseWorld.Handler, Cancel)).Reasons;
}
