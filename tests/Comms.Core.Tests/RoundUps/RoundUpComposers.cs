using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Engagement;
using Comms.Core.RoundUps;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class RoundUpComposers
{
    private static readonly RoundUpInput Tea = new() { Messages = [new Heard("a", "Tea.").Triaged()] };

    [Fact]
    public void No_message_makes_no_edition_and_says_so()
    {
        var result = RoundUpComposer.Compose(SampleWeek.Request, new RoundUpInput { Messages = [] }, Heard.Monday);
        Assert.Equal("No message reached Maternity in 16 to 22 November 2026.", Assert.IsType<RoundUpResult.Nothing>(result).Reason);
    }

    [Fact]
    public void Duties_of_the_team_that_press_are_told_in_the_edition_or_with_the_reason_for_none()
    {
        var sunday = new DateOnly(2026, 11, 22);
        DutyDue[] duties =
        [
            new("answer", "foi-2000", sunday.AddDays(-2), SampleWeek.Request.Team), new("acknowledge", "complaint", sunday.AddDays(3), SampleWeek.Request.Team),
            new("answer", "late", sunday.AddDays(8), SampleWeek.Request.Team), new("answer", "other", sunday, "another"),
        ];
        var request = SampleWeek.Request with { Duties = duties };
        foreach (var edition in (Edition[])[SampleWeek.Compose(request), SampleWeek.Compose(request, Tea)])
        {
            var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
            Assert.Contains("Overdue: answer by 20 November 2026 (foi-2000)", text, StringComparison.Ordinal);
            Assert.Contains("Due soon: acknowledge by 25 November 2026 (complaint)", text, StringComparison.Ordinal);
            Assert.DoesNotContain("(late)", text, StringComparison.Ordinal);
            Assert.DoesNotContain("(other)", text, StringComparison.Ordinal);
        }

        var nothing = Assert.IsType<RoundUpResult.Nothing>(RoundUpComposer.Compose(request, new RoundUpInput { Messages = [] }, Heard.Monday.AddDays(8)));
        Assert.EndsWith("Overdue or due soon: 2 duties; read the case list.", nothing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_week_that_still_runs_a_duty_is_overdue_from_the_day_after_its_last()
    {
        var wednesday = new DateOnly(2026, 11, 18);
        var request = SampleWeek.Request with { Duties = [new("answer", "foi-2000", wednesday, SampleWeek.Request.Team)] };

        string Told(int days) => DocumentRenderer.Render(
            Assert.IsType<RoundUpResult.Composed>(RoundUpComposer.Compose(request, Tea, new DateTimeOffset(2026, 11, 18 + days, 9, 0, 0, TimeSpan.Zero))).Edition.Document, DocumentFormat.PlainText);

        Assert.Contains("Due soon: answer", Told(0), StringComparison.Ordinal);
        Assert.Contains("Overdue: answer", Told(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Colleagues_who_wish_to_be_named_are_celebrated_with_a_link_to_what_they_did()
    {
        var edition = SampleWeek.Compose(SampleWeek.Request with { GoodWork = [new GoodWork("Jo Sample", "12 tips for a night shift", "https://town.example/12")] });

        Assert.Contains("Jo Sample: [12 tips for a night shift](https://town.example/12)", DocumentRenderer.Render(edition.Document, DocumentFormat.Markdown), StringComparison.Ordinal);
        Assert.Contains("Well done", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_done_about_what_people_said_is_told_to_the_team_whose_cases_bore_it_out()
    {
        var request = SampleWeek.Request with
        {
            Outcomes =
            [
                new YouSaid("2 trolleys block the door.", "They stand in bay 3 now.", "the ward manager", [SampleWeek.Request.Team]),
                new YouSaid("The soup is cold.", "It is not.", "the cook", ["elsewhere"]),
            ],
        };
        const string Told = "You said: 2 trolleys block the door. We did: They stand in bay 3 now. (the ward manager)";
        foreach (var edition in (Edition[])[SampleWeek.Compose(request), SampleWeek.Compose(request, Tea)])
        {
            var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
            Assert.Contains(Told, text, StringComparison.Ordinal);
            Assert.DoesNotContain("soup is cold", text, StringComparison.Ordinal);
        }

        var nothing = Assert.IsType<RoundUpResult.Nothing>(RoundUpComposer.Compose(request, new RoundUpInput { Messages = [] }, Heard.Monday));
        Assert.EndsWith(Told, nothing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_messages_are_passed_on_singly_with_the_reason()
    {
        var edition = Compose(
            new Heard("a", "Lovely staff.") { Feeling = "positive" }, new Heard("b", "Cold tea.") { Feeling = "negative" });
        Assert.Equal(EditionKind.PassedOn, edition.Kind);
        var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
        Assert.Contains("2 messages came: fewer than the 5 that make a round-up, because a count of so few", text, StringComparison.Ordinal);
        Assert.Equal(["Cold tea.", "Lovely staff."], Cards(edition).Select(card => card.Text));
    }

    [Fact]
    public void Exactly_enough_makes_a_round_up() => Assert.Equal(EditionKind.RoundUp, Compose(Many(5)).Kind);

    [Fact]
    public void A_message_belongs_to_the_week_whose_end_it_comes_before()
    {
        var edition = Compose(new Heard("in", "First instant.") { Hours = 0 }, new Heard("out", "Next week.") { Hours = 7 * 24 });
        Assert.Equal(1, edition.Counts.Messages);
    }

    [Fact]
    public void Repeats_fold_under_the_earliest_and_a_changed_number_does_not()
    {
        var cards = Cards(SampleWeek.Compose());
        var parking = Assert.Single(cards, card => card.Text.Contains("car park", StringComparison.Ordinal));
        Assert.Equal("@jo@towns.example, 16 November 2026".Replace("jo", "sam", StringComparison.Ordinal), Assert.Single(parking.Others).Label);
        Assert.Equal(2, cards.Count(card => card.Text.StartsWith("Waited", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_bereaved_are_not_quoted_before_a_person_has_looked()
    {
        Assert.DoesNotContain(Cards(SampleWeek.Compose()), card => card.Text.Contains("my wife", StringComparison.Ordinal));
        var looked = SampleWeek.Compose(SampleWeek.Request with { Reviewed = new HashSet<string> { "m06" } });
        Assert.Contains(Cards(looked), card => card.Text.Contains("my wife", StringComparison.Ordinal));
    }

    [Fact]
    public void Personal_data_is_in_no_format()
    {
        var edition = SampleWeek.Compose();
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            Assert.DoesNotContain("900123", DocumentRenderer.Render(edition.Document, format), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_needs_a_reply_stands_by_urgency()
    {
        var cards = Cards(SampleWeek.Compose());
        Assert.Equal(["Emergency", "Soon"], cards.Take(2).Select(card => card.Alert));
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var edition = Compose(SampleWeek.Request with { MostCards = 2 }, Many(9, kind: "compliment"));
        Assert.Contains("7 more like these.", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_voices_keep_their_share_of_the_quotations()
    {
        var edition = Compose([.. Many(10, kind: "compliment", feeling: "positive"), .. Many(10, feeling: "negative", prefix: "n")]);
        var cards = Cards(edition);
        Assert.True(cards.Count(card => card.Tone == Tone.Negative) * 2 >= cards.Count);
    }

    [Fact]
    public void A_shortfall_of_negative_voices_is_stated()
    {
        TriagedMessage[] flagged = [.. Many(6, feeling: "negative", prefix: "n").Select(message => new Heard(message.MessageId, message.Text)
        {
            Feeling = "negative", Flags = ["abuse"],
        }.Triaged())];
        var edition = Compose([.. Many(6, kind: "compliment", feeling: "positive"), .. flagged]);
        Assert.Contains(edition.Document.Blocks, block => block is Callout callout && callout.Text.ToString().Contains("fewer than their share", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_week_gives_the_same_bytes_in_any_order_culture_and_hour()
    {
        var expected = SampleWeek.Compose();
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.NumberFormat.NegativeSign = "~";
        strange.DateTimeFormat.DateSeparator = "|";
        strange.DateTimeFormat.AbbreviatedDayNames = ["1", "2", "3", "4", "5", "6", "7"];
        Edition? found = null;
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = strange;
            var input = SampleWeek.Input with { Messages = [.. SampleWeek.Input.Messages.Reverse()] };
            found = Assert.IsType<RoundUpResult.Composed>(RoundUpComposer.Compose(SampleWeek.Request, input, Heard.Monday.AddYears(1))).Edition;
        });
        thread.Start();
        thread.Join();
        Assert.Equal(expected.Hash, found!.Hash);
        Assert.Equal(expected.Id, found.Id);
        Assert.Equal(DocumentRenderer.Render(expected.Document, DocumentFormat.Html), DocumentRenderer.Render(found.Document, DocumentFormat.Html));
    }

    [Fact]
    public void A_message_given_twice_is_one() =>
        Assert.Equal(SampleWeek.Compose().Hash, SampleWeek.Compose(input: SampleWeek.Input with { Messages = [.. SampleWeek.Input.Messages, .. SampleWeek.Input.Messages] }).Hash);

    [Fact]
    public void Scores_are_shown_where_they_were_given()
    {
        var acts = new[] { new Interaction { Account = "@gazette", Kind = "press", Act = Act.Reply, At = Heard.Monday, Answered = true, Followers = 48_000 } };
        var board = ScoreAudience.Part(EngagementScorer.Score(acts, Heard.Monday.AddDays(7)));
        var edition = SampleWeek.Compose(input: SampleWeek.Input with { Board = board });
        Assert.Contains(edition.Document.Blocks, block => block is Table table && table.Rows[0][0] == "@gazette");
    }

    [Fact]
    public void A_week_is_midnight_to_midnight_where_the_clocks_change()
    {
        var request = RoundUpRequest.ForWeek("t", "T", new IsoWeek(2026, 43), "Europe/London");
        Assert.Equal(TimeSpan.FromHours((7 * 24) + 1), request.To - request.From);
    }

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("")]
    public void An_unknown_zone_is_refused(string zone) =>
        Assert.Throws<ArgumentException>(() => RoundUpRequest.ForWeek("t", "T", new IsoWeek(2026, 43), zone));

    private static Edition Compose(params TriagedMessage[] messages) => Compose(SampleWeek.Request, messages);

    private static Edition Compose(params Heard[] messages) => Compose([.. messages.Select(message => message.Triaged())]);

    private static Edition Compose(RoundUpRequest request, TriagedMessage[] messages) =>
        SampleWeek.Compose(request, new RoundUpInput { Messages = messages });

    private static List<MessageCard> Cards(Edition edition) => [.. edition.Document.Blocks.OfType<MessageCard>()];

    // Letters instead of figures: a changed word keeps these apart, and no number needs a source.
    private static TriagedMessage[] Many(int count, string? kind = null, string feeling = "neutral", string prefix = "m") =>
    [
        .. Enumerable.Range(0, count).Select(at => new Heard($"{prefix}{at:D3}", $"Word{(char)('a' + at)}{prefix} about the {(char)('a' + at)} ward.")
        {
            Hours = at + 1, Feeling = feeling, Kinds = kind is null ? [] : [kind],
        }.Triaged()),
    ];
}
