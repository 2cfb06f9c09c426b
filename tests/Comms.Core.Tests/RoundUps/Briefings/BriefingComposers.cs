using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.Text;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Briefings;

public class BriefingComposers
{
    private static readonly BriefingRequest Request = new() { Day = new DateOnly(2026, 11, 16), Zone = "Europe/London", Policy = "seed 1" };

    private static readonly string[] Says =
    [
        "The porter found my mother a blanket and sat with her until the scan was ready.",
        "Nobody answered the clinic's telephone all morning, so I drove in and the desk was shut.",
        "Parking took an hour again. Please open the upper deck before the morning clinics begin.",
        "The soup was cold and the tea came after lunch, but the nurses were kind to everyone on the bay.",
        "Waiting since nine o'clock. There is no sign of a doctor and no word about how much longer it will take.",
    ];

    private static readonly Gen<TriagedMessage[]> Days = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 20], Gen.Bool, Gen.Int[0, 15], (says, urgency, kind, negative, author) => (says, urgency, kind, negative, author))
        .Array[1, 120].Select(all => all.Select((each, at) => new Heard($"m{at:D3}", $"{Says[each.says]} {Says[(each.says + at) % 5]} Number {at}.")
        {
            Hours = at % 24,
            Feeling = each.negative ? "negative" : "positive",
            Priority = 10 + (each.urgency * 25),
            Urgency = (Urgency)each.urgency,
            Kinds = each.kind == 0 ? ["media"] : each.kind < 4 ? ["complaint"] : [],
            Themes = [$"Theme {each.says}"],
            Author = each.author == 0 ? null : new Author($"@a{each.author}"),
            Url = "https://towns.example/" + at,
        }.Triaged()).ToArray());

    [Fact]
    public void It_takes_no_longer_to_read_than_was_asked() =>
        Days.Select(Gen.Int[300, 900]).Sample(
            (messages, seconds) =>
            {
                var request = Request with { Seconds = seconds, WordsPerMinute = 100 };
                var text = DocumentRenderer.Render(Compose(request, messages).Document, DocumentFormat.PlainText);
                Assert.InRange(ReadingTime.Of(text, 100).TotalSeconds, 1, seconds);
            },
            iter: 60);

    [Fact]
    public void Every_message_is_shown_folded_or_left_out_with_its_reason() =>
        Days.Sample(
            messages =>
            {
                var edition = Compose(Request with { Seconds = 200, WordsPerMinute = 100 }, messages);
                var named = edition.Evidence.SelectMany(claim => claim switch
                {
                    EditionClaim.Quoted quoted => quoted.Others.Append(quoted.MessageId),
                    EditionClaim.Counted counted when counted.Says.Contains("left out", StringComparison.Ordinal)
                        || counted.Says.Contains("did not fit", StringComparison.Ordinal) => counted.MessageIds,
                    _ => [],
                });
                Assert.Equal(messages.Select(message => message.MessageId), named.Order(StringComparer.Ordinal));
            },
            iter: 60);

    [Fact]
    public void What_must_be_known_comes_first_safety_before_the_press_before_complaints()
    {
        var cards = Cards(Compose(
            new Heard("a", "The food was cold.") { Priority = 30 },
            new Heard("b", "I want to complain about the clinic.") { Kinds = ["complaint"], Priority = 90 },
            new Heard("c", "I write for the Echo and would like a comment.") { Kinds = ["media"], Priority = 35 },
            new Heard("d", "He is not breathing well.") { Flags = ["clinical-emergency"], Urgency = Urgency.Emergency, Priority = 90 }));
        Assert.Equal(["Safety", "Press", "Complaint", null], cards.Select(card => card.Alert));
    }

    [Fact]
    public void A_complaint_that_was_answered_need_not_be_known()
    {
        TriagedMessage complaint = new Heard("b", "I want to complain about the clinic.") { Kinds = ["complaint"] };
        Assert.Null(Assert.Single(Cards(Compose(Request with { Answered = new HashSet<string> { "b" } }, complaint))).Alert);
    }

    [Fact]
    public void What_must_be_known_and_does_not_fit_is_said_and_takes_all_the_room()
    {
        var edition = Compose(
            Request with { Seconds = 180, WordsPerMinute = 100 },
            [.. Enumerable.Range(0, 50).Select(at => new Heard($"m{at:D2}", $"{Says[at % 5]} {Says[(at + 1) % 5]} {at}") { Kinds = ["complaint"] }.Triaged())]);
        var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
        var shown = Cards(edition).Count();
        Assert.InRange(shown, 1, 20);
        Assert.Contains($"{50 - shown} more must be known and did not fit: read the case list.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_author_is_chosen_for_their_worth_three_times_at_most()
    {
        var edition = Compose([.. Enumerable.Range(0, 8).Select(at => new Heard($"m{at}", Says[at % 5] + " " + at) { Author = new Author("@one"), Priority = 10 + at, Themes = [$"T{at}"] }.Triaged())]);
        Assert.Equal(3, Cards(edition).Count());
        Assert.Contains("5 messages are left out: their author is shown", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_say_the_same_are_counted_on_the_card()
    {
        var edition = Compose([.. Enumerable.Range(0, 15).Select(at => new Heard($"m{at:D2}", Says[2]) { Hours = at, Author = new Author($"@a{at}") }.Triaged())]);
        Assert.Equal(["14 others say the same"], Assert.Single(Cards(edition)).Marks);
    }

    [Fact]
    public void The_bereaved_are_not_quoted_before_a_person_has_looked()
    {
        var edition = Compose(new Heard("m", "Thank you for how you looked after my wife.") { Flags = ["bereavement"] });
        Assert.Empty(Cards(edition));
        Assert.Contains("1 message is not quoted here before a person has read it (bereavement).", DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_above_the_usual_is_the_first_talking_point()
    {
        WeekCounts[] before = [.. Enumerable.Range(0, 28).Select(_ => new WeekCounts { Messages = 9, Negative = 6, Neutral = 0, Positive = 3, Themes = [new("Parking", 6), new("Food", 1)] })];
        Heard[] heard = [.. Enumerable.Range(0, 9).Select(at => new Heard($"m{at}", Says[at % 5] + at) { Feeling = "negative", Themes = [at < 6 ? "Parking" : "Food"], Priority = 35 })];
        var points = Assert.Single(Compose(Request, [.. heard.Select(each => each.Triaged())], before).Document.Blocks.OfType<ListBlock>());
        Assert.Equal(
            ["Food: 3 messages, 3 of them negative; usually 1.", "Parking: 6 messages, 6 of them negative; usually 6."],
            points.Items.Select(item => item.ToString()));
    }

    [Fact]
    public void Duties_that_press_are_told_the_longest_due_first_and_the_rest_counted()
    {
        var day = Request.Day;
        DutyDue[] duties =
        [
            new("answer", "foi-2000", day.AddDays(8), "comms"), new("answer", "foi-2000", day.AddDays(7), "comms"), new("acknowledge", "complaints", day, "pals"), new("acknowledge", "complaints", day, "pals"),
            .. Enumerable.Range(1, 5).Select(at => new DutyDue("answer", "foi-2000", day.AddDays(at), "comms")),
        ];
        var items = Assert.Single(Compose(Request with { Duties = duties }, new Heard("a", "Tea.")).Document.Blocks.OfType<ListBlock>()).Items.Select(item => item.ToString()).ToArray();
        Assert.Equal("Overdue: acknowledge by 16 November 2026 (complaints), pals: 2 cases.", items[0]);
        Assert.Equal("Due soon: answer by 17 November 2026 (foi-2000), comms: 1 case.", items[1]);
        Assert.Equal("2 more: read the case list.", items[^1]);
        Assert.Equal(6, items.Length);
    }

    [Fact]
    public void A_teams_briefing_tells_its_own_duties() =>
        Assert.Empty(Compose(
            Request with { Team = "maternity", Duties = [new("answer", "foi-2000", Request.Day, "comms")] }, new Heard("a", "Tea.")).Document.Blocks.OfType<ListBlock>());

    [Fact]
    public void Nobody_is_asked_about_a_theme_that_names_no_subject()
    {
        TriagedMessage[] messages = [.. Enumerable.Range(0, 4).Select(at => new Heard($"m{at}", Says[at] + at) { Feeling = "negative", Themes = ["Not assigned"] }.Triaged())];
        Assert.Empty(Compose(messages).Document.Blocks.OfType<ListBlock>());
    }

    [Fact]
    public void Few_days_do_not_say_what_is_usual() =>
        Assert.Contains("too few days to say", DocumentRenderer.Render(Compose(new Heard("a", "Tea.")).Document, DocumentFormat.PlainText), StringComparison.Ordinal);

    [Fact]
    public void It_is_the_same_bytes_in_another_order_and_culture()
    {
        var messages = SampleWeek.Input.Messages;
        var days = Request with { Day = new DateOnly(2026, 11, 22), Days = 7 };
        var strange = new CultureInfo("") { NumberFormat = { NumberGroupSeparator = ".", NumberDecimalSeparator = "," } };
        Edition? found = null;
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = strange;
            found = Compose(days, [.. messages.Reverse()]);
        });
        thread.Start();
        thread.Join();
        Assert.Equal(Compose(days, [.. messages]).Hash, found!.Hash);
    }

    [Fact]
    public void No_message_makes_no_briefing() =>
        Assert.Equal(
            "No message came in 16 November 2026.",
            Assert.IsType<RoundUpResult.Nothing>(BriefingComposer.Compose(Request, new BriefingInput { Messages = [] }, Heard.Monday)).Reason);

    [Theory]
    [InlineData(60, 238)]
    [InlineData(3600, 238)]
    public void It_has_room_for_the_counts_and_an_end(int seconds, int pace) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compose(Request with { Seconds = seconds, WordsPerMinute = pace }, new Heard("a", "Tea.")));

    [Fact]
    public void It_reads_as_the_file_beside_this_test()
    {
        WeekCounts[] before = [.. Enumerable.Range(0, 8).Select(at => new WeekCounts { Messages = 8 + at, Negative = at, Neutral = 0, Positive = 3, Themes = [new("Parking", 1)] })];
        var document = Compose(Request with { Day = new DateOnly(2026, 11, 22), Days = 7 }, [.. SampleWeek.Input.Messages], before).Document;
        var rendered = DocumentRenderer.RenderUtf8(document, DocumentFormat.PlainText);
        File.WriteAllBytes(Path.Combine(AppContext.BaseDirectory, "briefing.txt.received"), rendered);
        Assert.Equal(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "RoundUps", "Golden", "briefing.txt")), rendered);
    }

    private static IEnumerable<MessageCard> Cards(Edition edition) => edition.Document.Blocks.OfType<MessageCard>();

    private static Edition Compose(params TriagedMessage[] messages) => Compose(Request, messages);

    private static Edition Compose(BriefingRequest request, TriagedMessage message) => Compose(request, [message]);

    private static Edition Compose(BriefingRequest request, TriagedMessage[] messages, IReadOnlyList<WeekCounts>? before = null) =>
        Assert.IsType<RoundUpResult.Composed>(BriefingComposer.Compose(request, new BriefingInput { Messages = messages, Before = before ?? [] }, Heard.Monday.AddDays(8))).Edition;
}
