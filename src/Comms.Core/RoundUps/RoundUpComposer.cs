using Comms.Core.Documents;
using Comms.Core.Engagement;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>
/// Makes a team's edition from triaged messages. Pure: the same input gives the same bytes, whatever the culture, zone
/// or order of the messages. Safe for concurrent use.
/// </summary>
public static class RoundUpComposer
{
    /// <summary>
    /// Composes a round-up when there are enough messages, passes single ones on when there are few, and nothing when
    /// there are none.
    /// </summary>
    /// <param name="request">The team, the period and the rules.</param>
    /// <param name="input">The messages, and the counts to compare with.</param>
    /// <param name="at">When it is composed.</param>
    /// <exception cref="ArgumentException">The request cannot be met: the period ends before it begins, a bound is out of range, the zone is not known.</exception>
    /// <exception cref="EditionException">The evidence did not bear the edition out; nothing is made.</exception>
    public static RoundUpResult Compose(RoundUpRequest request, RoundUpInput input, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(input);
        request.Check();

        var week = new TeamWeek(request, input);
        var page = new RoundUpPage(request, week);
        var day = LastOver(page, at);
        if (week.Owned.Count == 0 && week.Elsewhere.Count == 0)
        {
            return new RoundUpResult.Nothing(RestrictedCases.Added($"No message reached {request.TeamName} in {Period(page)}.{Waiting(request, day)}{Told(request)}", week.Restricted));
        }

        var kind = week.Owned.Count >= request.Enough ? EditionKind.RoundUp : EditionKind.PassedOn;
        Write(page, kind, input.Board, day);
        var content = Content(page, kind);
        EditionProof.Check(content, [.. week.Owned, .. week.Elsewhere]);
        return new RoundUpResult.Composed(new Edition(content, at));
    }

    internal static string Period(RoundUpPage page) =>
        Wording.Period(page.Clock.DayOf(page.Request.From), page.Clock.DayOf(page.Request.To.AddTicks(-1)));

    /// <summary>What an edition that is not sent would have told of duties: none is passed over in silence.</summary>
    private static string Waiting(RoundUpRequest request, DateOnly day) =>
        DutiesSection.Pressing(request.Duties, request.Team, day).Count() is var count and > 0
            ? $" Overdue or due soon: {Wording.Count(count, "duty", "duties")}; read the case list."
            : "";

    private static string Told(RoundUpRequest request) =>
        string.Concat(YouSaidSection.For(request).Select(told => $" You said: {told.Said} We did: {told.Did} ({told.By})"));

    /// <summary>The last day that is over: of the period, or before the edition was made when the period still runs.</summary>
    private static DateOnly LastOver(RoundUpPage page, DateTimeOffset at)
    {
        var (last, yesterday) = (page.Clock.DayOf(page.Request.To.AddTicks(-1)), page.Clock.DayOf(at).AddDays(-1));
        return last < yesterday ? last : yesterday;
    }

    private static void Write(RoundUpPage page, EditionKind kind, ScoreBoard? board, DateOnly day)
    {
        if (kind == EditionKind.RoundUp)
        {
            NumbersSection.Write(page);
            DutiesSection.Write(page, page.Request.Duties, page.Request.Team, day);
            ReplySection.Write(page);
            PraiseSection.Write(page);
            YouSaidSection.Write(page);
            GoodWorkSection.Write(page);
            ThemesSection.Write(page);
            BalanceSection.Write(page);
        }
        else
        {
            DutiesSection.Write(page, page.Request.Duties, page.Request.Team, day);
            PassedOnSection.Write(page);
            YouSaidSection.Write(page);
        }

        ElsewhereSection.Write(page);
        ScoresSection.Write(page, board);
        ClosingSection.Write(page, kind);
        OpeningSection.Write(page);
    }

    private static Document Document(RoundUpPage page, EditionKind kind)
    {
        var title = kind == EditionKind.RoundUp
            ? $"{page.Request.TeamName}: what people said, {Period(page)}"
            : $"{page.Request.TeamName}: passed on, {Period(page)}";
        return new Document
        {
            Title = title,
            Series = kind == EditionKind.RoundUp ? "Weekly round-up" : "Single messages",
            Blocks = [.. page.Blocks],
        };
    }

    private static EditionContent Content(RoundUpPage page, EditionKind kind) => new()
    {
        Kind = kind,
        Team = page.Request.Team,
        Day = page.Clock.DayOf(page.Request.From).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        From = page.Request.From.ToUniversalTime(),
        To = page.Request.To.ToUniversalTime(),
        Zone = page.Request.Zone,
        Policy = page.Request.Policy,
        Counts = page.Week.Count(),
        Document = Document(page, kind),
        Evidence = [.. page.Evidence],
    };
}
