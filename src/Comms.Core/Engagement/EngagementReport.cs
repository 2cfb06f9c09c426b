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
                .. board.Named.Count == 0 ? Array.Empty<Block>() : [ToTable(board.Named), ToTableOfActs(board.Named)],
                new Callout(Others(board.PrivateAccounts)),
            ],
        };
    }

    /// <summary>Scores as a table: the total with its 80 % range, and the points that each part brings; a part without a share of the score is left out.</summary>
    /// <param name="scores">Scores that may be named; see <see cref="ScoreAudience"/>.</param>
    public static Table ToTable(IEnumerable<AccountScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        AccountScore[] shown = [.. scores];
        string[] parts = [.. shown.SelectMany(score => score.Parts).Where(part => part.Weight > 0).Select(part => part.Name).Distinct(StringComparer.Ordinal)];
        Column[] columns = [new("Account"), new("Score", true), new("Range", true), .. parts.Select(part => new Column(char.ToUpperInvariant(part[0]) + part[1..], true))];
        return new Table("Scores of 100, with the points that each part brings", columns, [.. shown.Select(score => Row(score, parts))]);
    }

    /// <summary>What stands behind scores, as a table: the kind of account, how many acts, what either answered of the other, how long the team took at the median, and followers.</summary>
    /// <param name="scores">Scores that may be named; see <see cref="ScoreAudience"/>.</param>
    public static Table ToTableOfActs(IEnumerable<AccountScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Column[] columns =
        [
            new("Account"), new("Kind"), new("Acts", true), new("We answered", true), new("Hours to our answer", true), new("They answered", true), new("Followers", true),
        ];
        return new Table("What they did, and what was answered", columns, [.. scores.Select(RowOfActs)]);
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

    private static string[] Row(AccountScore score, string[] parts) =>
    [
        score.Account,
        Points(score.Total),
        Points(score.Low) + " to " + Points(score.High),
        .. parts.Select(name => score.Parts.Single(part => part.Name == name)).Select(part => Points(100 * part.Weight * part.Value)),
    ];

    private static string[] RowOfActs(AccountScore score) =>
    [
        score.Account,
        score.Kind,
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
