using System.Globalization;
using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>
/// Makes a briefing that takes no longer to read than is asked, timed on the rendered text. Pure: the same input gives the
/// same bytes, whatever the culture, zone or order of the messages. Safe for concurrent use.
/// </summary>
public static class BriefingComposer
{
    private const string NoTeam = "briefing";

    /// <summary>
    /// Composes a briefing: the counts against the usual, duties that press, what one could be asked about, what must be
    /// known, then what is worth most in the time left, with its proof; what is left out is listed with the reason.
    /// </summary>
    /// <param name="request">The days and the rules.</param>
    /// <param name="input">The messages, and the counts to compare with.</param>
    /// <param name="at">When it is composed.</param>
    /// <exception cref="ArgumentException">The request cannot be met: a bound is out of range, the zone is not known.</exception>
    /// <exception cref="EditionException">The evidence did not bear the briefing out; nothing is made.</exception>
    public static RoundUpResult Compose(BriefingRequest request, BriefingInput input, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(input);
        request.Check();

        var days = new BriefedDays(request, input, new ZoneClock(request.Zone));
        if (days.Messages.Count == 0)
        {
            return new RoundUpResult.Nothing(RestrictedCases.Added($"No message came in {Period(request)}.", days.Restricted));
        }

        var page = new BriefingPage(request, days);
        var voices = days.Voices();
        var choice = new BriefingChoice(page, voices, Math.Max(0, request.Words - FixedWords(request, days, voices)));
        Write(page, choice.LeftOut, choice.Proof, choice);
        var content = Content(page);

        // The edition is hashed while it is proven; without its proof nobody gets it.
        var edition = Task.Run(() => new Edition(content, at));
        EditionProof.Check(content, days.Messages);
        if (Words(content.Document) > request.Words)
        {
            throw new EditionException(string.Create(CultureInfo.InvariantCulture, $"The briefing takes {Words(content.Document)} words, and there is room for {request.Words}."));
        }

        return new RoundUpResult.Composed(edition.GetAwaiter().GetResult());
    }

    /// <summary>The words of all but the cards, were there every line that may be there; figures are a word each.</summary>
    private static int FixedWords(BriefingRequest request, BriefedDays days, IReadOnlyList<Voice> voices)
    {
        var page = new BriefingPage(request, days, keepsEvidence: false);
        Write(page, new LeftOut { MustKnow = voices, SameAuthor = voices, WorthLess = voices }, new Selection.Choice([], 0, 0, 0), choice: null);
        return Words(Document(page));
    }

    private static void Write(BriefingPage page, LeftOut leftOut, Selection.Choice proof, BriefingChoice? choice)
    {
        CountsSection.Write(page);
        DutiesSection.Write(page, page.Request.Duties, page.Request.Team, page.Request.Day);
        TalkingPointsSection.Write(page);
        Cards(page, "Must be known", choice?.MustKnow, choice is null || leftOut.MustKnow.Count > 0);
        leftOut.WriteMustKnow(page);
        Cards(page, "Also worth your time", choice?.Chosen, choice is null);
        page.Heading("Left out, and how this was made");
        HeldBack.Say(page, page.Request.Vocabulary, page.Days.HeldBack);
        RestrictedCases.Say(page, page.Days.Restricted);
        leftOut.Write(page);
        HowMade(page, proof);
        BriefingOpening.Write(page);
    }

    private static void Cards(BriefingPage page, string heading, IReadOnlyList<DrawnCard>? cards, bool always)
    {
        if (always || cards is { Count: > 0 })
        {
            page.Heading(heading);
        }

        foreach (var card in cards ?? [])
        {
            page.Place(card);
        }
    }

    private static void HowMade(BriefingPage page, Selection.Choice proof)
    {
        var worth = string.Create(CultureInfo.InvariantCulture, $"{proof.Worth:F1} of at most {proof.UpperBound:F1}");
        var policy = $"policy {page.Request.Policy}";
        var period = Period(page.Request);
        page.Add(new Paragraph(
            $"It covers {period} in {page.Request.Zone} by {policy}. What is worth your time was chosen by need: {worth} that would fit. "
            + "Every number counts messages that are listed with this edition, and every quotation is an exact part of its message; personal data is masked."))
            .Given(period, "the request").Given(page.Request.Zone, "the request").Given(policy, "the request").Given(worth, "the choice");
    }

    internal static Document Document(BriefingPage page) => new()
    {
        Title = $"What people said, {Period(page.Request)}",
        Series = "Daily briefing",
        Blocks = [.. page.Blocks],
    };

    internal static int Words(Document document) => ReadingTime.Words(PlainTextRenderer.Render(document));

    private static string Period(BriefingRequest request) => Wording.Period(request.Day.AddDays(1 - request.Days), request.Day);

    private static EditionContent Content(BriefingPage page) => new()
    {
        Kind = EditionKind.Briefing,
        Team = page.Request.Team ?? NoTeam,
        Day = page.Clock.DayOf(page.Days.From).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        From = page.Days.From.ToUniversalTime(),
        To = page.Days.To.ToUniversalTime(),
        Zone = page.Request.Zone,
        Policy = page.Request.Policy,
        Counts = page.Days.Count(),
        Document = Document(page),
        Evidence = [.. page.Evidence],
    };
}
