using Comms.Core.Channels;
using Comms.Core.RoundUps;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

/// <summary>A small week of the maternity team of a made-up trust.</summary>
internal static class SampleWeek
{
    public static RoundUpRequest Request { get; } =
        RoundUpRequest.ForWeek("maternity", "Maternity", new IsoWeek(2026, 47), "Europe/London") with { Policy = "seed 1" };

    public static WeekCounts Before { get; } = new()
    {
        Messages = 11,
        Negative = 4,
        Neutral = 2,
        Positive = 5,
        Themes = [new ThemeCount("Staff", 5), new ThemeCount("Parking", 1)],
    };

    public static RoundUpInput Input { get; } = new() { Messages = Messages(), Before = Before };

    public static Edition Compose(RoundUpRequest? request = null, RoundUpInput? input = null) =>
        Assert.IsType<RoundUpResult.Composed>(RoundUpComposer.Compose(request ?? Request, input ?? Input, Heard.Monday.AddDays(8))).Edition;

    private static TriagedMessage[] Messages() =>
    [
        new Heard("m01", "The midwife on Tuesday night sat with us until four in the morning. We will never forget her kindness.")
        {
            Hours = 33, Feeling = "positive", Kinds = ["compliment"], Themes = ["Staff"],
        },
        new Heard("m02", "Forty minutes round and round the car park at 38 weeks. Missed my scan. Call me on 07700 900123 if anyone cares.")
        {
            Source = "town-mastodon", Hours = 10.5, Feeling = "negative", Kinds = ["complaint"], Themes = ["Parking"], Urgency = Urgency.Soon, Priority = 61,
            Author = new Author("@jo@towns.example", "Jo"), Url = "https://towns.example/@jo/1", Private = "07700 900123",
            Duty = new Obligation("complaint-acknowledge", "england", "acknowledge", new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 19), "SI 2009/309"),
        },
        new Heard("m03", "RT @jo@towns.example: Forty minutes round and round the car park at 38 weeks. Missed my scan. Call me on 07700 900123 if anyone cares.")
        {
            Source = "town-mastodon", Hours = 11, Feeling = "negative", Kinds = ["complaint"], Themes = ["Parking"], Urgency = Urgency.Soon, Priority = 40,
            Author = new Author("@sam@towns.example"), Url = "https://towns.example/@sam/7", Private = "07700 900123",
        },
        new Heard("m04", "Is the water birth room open again? Nobody answers the phone.")
        {
            Source = "page-comments", Hours = 50, Kinds = ["question"], Themes = ["Getting through"], Author = new Author("@priya@towns.example", "Priya"),
            Url = "https://page.example/c/4",
        },
        new Heard("m05", "My baby has been very sleepy since we came home and will not feed. Is that normal? The line rings out.")
        {
            Source = "town-mastodon", Hours = 70, Feeling = "negative", Kinds = ["question", "concern"], Themes = ["Getting through"], Flags = ["clinical-emergency"],
            Urgency = Urgency.Emergency, Priority = 99, Author = new Author("@newmum@towns.example"), Url = "https://towns.example/@newmum/2",
        },
        new Heard("m06", "Thank you all for how you looked after my wife. She would have wanted you to know.")
        {
            Hours = 60, Feeling = "positive", Kinds = ["compliment"], Themes = ["Staff"], Flags = ["bereavement"],
        },
        new Heard("m07", "Clean ward, good food, kind staff. Only the parking lets you down.")
        {
            Hours = 80, Feeling = "positive", Kinds = ["compliment"], Themes = ["Staff", "Parking"],
        },
        new Heard("m08", "Waited two hours past my appointment and nobody said why.") { Hours = 81, Feeling = "negative", Themes = ["Waiting"] },
        new Heard("m09", "Waited three hours past my appointment and nobody said why.") { Hours = 82, Feeling = "negative", Themes = ["Waiting"] },
        new Heard("m10", "<script>alert('hello')</script> **Great** [team](javascript:alert(1)) & thank you")
        {
            Source = "page-comments", Hours = 90, Feeling = "positive", Kinds = ["compliment"], Themes = ["Staff"], Url = "javascript:alert(1)",
        },
        new Heard("m11", "Diolch o galon i bawb ar y ward 😊") { Hours = 91, Feeling = "unknown", Themes = [] },
        new Heard("m12", "The new antenatal clinic at the library is a good idea. Will there be one in the north of the county?")
        {
            Source = "page-comments", Hours = 100, Feeling = "neutral", Themes = ["Access"], Teams = ["estates", "maternity"], Url = "https://page.example/c/12",
        },
    ];
}
