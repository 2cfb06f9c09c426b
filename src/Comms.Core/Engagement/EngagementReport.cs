using System.Globalization;
using Comms.Core.Documents;

namespace Comms.Core.Engagement;

/// <summary>Shows scores with their parts as a document.</summary>
public static class EngagementReport
{
    /// <summary>Below this many private people the count itself could point at someone, and is not told.</summary>
    public const int FewestCounted = 5;

    /// <summary>The scores as a table, what they mean, and a count of those not named.</summary>
    /// <param name="board">The scores that may be shown.</param>
    /// <param name="asOf">The instant of scoring; its date is shown as its offset has it.</param>
    public static Document ToDocument(ScoreBoard board, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(board);
        return new Document
        {
            Title = "Who takes part, " + asOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Series = "Engagement",
            Blocks =
            [
                new Paragraph(
                    "A score counts conversation: what an account does, how regularly, how often the two of us answer each other, and whom it brings. "
                    + "Followers move it by a tenth at most. It does not say whose need comes first."),
                .. board.Named.Count == 0 ? Array.Empty<Block>() : [ToTable(board.Named)],
                new Callout(Others(board.PrivateAccounts)),
            ],
        };
    }

    /// <summary>Scores as a table: the total with its range, the parts as they count, the sample, and apart what either answered of the other, how long the team took, at the median, and followers.</summary>
    /// <param name="scores">Scores that may be named; see <see cref="ScoreAudience"/>.</param>
    public static Table ToTable(IEnumerable<AccountScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Column[] columns =
        [
            new("Account"), new("Kind"), new("Score", true), new("Likely range", true), new("Quality", true), new("Regularity", true),
            new("Reciprocity", true), new("Amplification", true), new("Topicality", true), new("Reach", true), new("Acts", true),
            new("We answered", true), new("Hours to our answer", true), new("They answered", true), new("Followers", true),
        ];
        return new Table("Scores of 100, with the points that each part brings", columns, [.. scores.Select(Row)]);
    }

    /// <summary>Whom to turn to in return, as a table, each with the reason.</summary>
    /// <param name="entries">The list.</param>
    public static Table ToTable(IEnumerable<ReciprocityEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new Table(
            "Whom to turn to in return",
            [new("Account"), new("Kind"), new("In return"), new("Because")],
            [.. entries.Select(entry => new[] { entry.Account, entry.Kind, entry.Suggestion == InReturn.Repost ? "pass on something of theirs" : "answer", entry.Because })]);
    }

    private static string[] Row(AccountScore score) =>
    [
        score.Account,
        score.Kind,
        Points(score.Total),
        Points(score.Low) + " to " + Points(score.High),
        .. score.Parts.Select(part => Points(100 * part.Weight * part.Value)),
        score.Acts.ToString("N0", CultureInfo.InvariantCulture),
        Of(score.AnsweredByTeam),
        score.MedianAnswer is { } took ? Points(took.TotalHours) : "not known",
        Of(score.AnsweredByAccount),
        score.Followers?.ToString("N0", CultureInfo.InvariantCulture) ?? "not known",
    ];

    private static string Of(AnsweredTurns answers) => string.Create(CultureInfo.InvariantCulture, $"{answers.Answered:N0} of {answers.Turns:N0}");

    private static string Points(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    internal static string Others(int accounts) => accounts switch
    {
        0 => "No private people took part besides.",
        < FewestCounted => "A few private people took part besides; they are not named.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{accounts:N0} private people took part besides; they are counted and not named."),
    };
}
