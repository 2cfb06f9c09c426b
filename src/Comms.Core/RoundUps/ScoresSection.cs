using Comms.Core.Engagement;

namespace Comms.Core.RoundUps;

/// <summary>Who keeps the conversation going, where scores were given.</summary>
internal static class ScoresSection
{
    private const int Most = 5;
    private const string Source = "the engagement scores";

    public static void Write(RoundUpPage page, ScoreBoard? board)
    {
        if (board is not { Named.Count: > 0 })
        {
            return;
        }

        page.Heading("Who keeps the conversation going");
        var table = EngagementReport.ToTable(board.Named.Take(Most));
        page.Add(table).Given(table.Caption, Source);
        foreach (var row in table.Rows)
        {
            page.Given(string.Join(' ', row), Source);
        }
    }
}
