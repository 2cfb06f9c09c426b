using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>What people say: each theme with its counts and someone's own words.</summary>
internal static class ThemesSection
{
    private static readonly string[] Feelings = ["negative", "neutral", "positive", "unknown"];

    public static void Write(RoundUpPage page)
    {
        page.Heading("What people say");
        var themes = page.Week.Count().Themes;
        foreach (var theme in themes.Take(page.Request.MostThemes))
        {
            One(page, theme.Theme);
        }

        Rest(page, [.. themes.Skip(page.Request.MostThemes)]);
        Without(page);
    }

    private static void One(RoundUpPage page, string theme)
    {
        TriagedMessage[] about = [.. page.Week.Owned.Where(message => TeamWeek.Themes(message).Contains(theme))];
        page.Heading(theme, 3).Given(theme, "the name of the theme");
        var chosen = Balance.Choose(page, about);
        Counts(page, theme, about, chosen is null && about.Any(page.Quoted.Contains));
        if (chosen is not null)
        {
            page.Card(chosen, "theme:" + theme);
        }
    }

    private static void Counts(RoundUpPage page, string theme, TriagedMessage[] about, bool quotedAbove)
    {
        var count = Wording.Count(about.Length, "message");
        var parts = Feelings
            .Select(feeling => (Feeling: feeling, Messages: about.Where(message => message.Findings.Sentiment.Label == feeling).ToArray()))
            .Where(part => part.Messages.Length > 0)
            .Select(part => (Says: Wording.Number(part.Messages.Length) + " " + (part.Feeling == "unknown" ? "not judged" : part.Feeling), part.Messages))
            .ToArray();
        var before = page.Week.Before is { } counts
            ? $"; {BeforeCount(counts, theme)} the week before"
            : "";
        var feelings = parts.Length == 0 ? "" : ": " + Wording.List([.. parts.Select(part => part.Says)]);
        page.Add(new Paragraph(count + feelings + before + (quotedAbove ? ". Quoted above." : "."))).Counting(count, about).Given(before, "the edition before");
        foreach (var (says, messages) in parts)
        {
            page.Counting(says, messages);
        }
    }

    private static string BeforeCount(WeekCounts before, string theme) =>
        before.Themes.FirstOrDefault(each => each.Theme == theme) is { } count ? Wording.Number(count.Messages) : "none";

    private static void Rest(RoundUpPage page, IReadOnlyList<ThemeCount> themes)
    {
        if (themes.Count == 0)
        {
            return;
        }

        page.Heading("Also mentioned", 3)
            .Add(new ListBlock([.. themes.Select(theme => InlineText.FromString(theme.Theme + ": " + Wording.Count(theme.Messages, "message")))]));
        foreach (var (theme, count) in themes)
        {
            page.Given(theme, "the name of the theme")
                .Counting(Wording.Count(count, "message"), page.Week.Owned.Where(message => TeamWeek.Themes(message).Contains(theme)));
        }
    }

    private static void Without(RoundUpPage page)
    {
        TriagedMessage[] none = [.. page.Week.Owned.Where(message => message.Findings.Themes.Count == 0)];
        if (none.Length > 0)
        {
            var count = Wording.Count(none.Length, "message");
            page.Add(new Paragraph($"{count} {(none.Length == 1 ? "is" : "are")} about none of the known themes.")).Counting(count, none);
        }
    }
}
