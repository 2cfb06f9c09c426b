namespace Comms.Core.Triage.Training;

/// <summary>What one lane is to learn.</summary>
/// <param name="Member">Which rows it learns from.</param>
/// <param name="Positive">Which rows its label holds of.</param>
/// <param name="Options">How.</param>
internal sealed record LaneTask(Func<int, bool> Member, bool[] Positive, SvmOptions Options)
{
    /// <summary>What it learns from texts without labels: with each part held out, and with none. Null for nothing.</summary>
    public LaneGuesses[]? Guesses { get; init; }
}

/// <summary>A lane that was learnt.</summary>
/// <param name="Separator">Learnt from all members; its weights are by the buckets' own numbers.</param>
/// <param name="Scores">Of every example, by a separator that never saw it or any text of the same words.</param>
/// <param name="Unlabelled">Of every text without labels, with each part held out, and with none; empty where it learnt from guesses.</param>
internal sealed record LearntLane(Separator Separator, float[] Scores, float[][] Unlabelled);

/// <summary>
/// Trains lanes, whole and with each fold held out, side by side on every processor; each result has its place, so that
/// no order of finishing changes anything. The rows of texts without labels follow those of the examples.
/// </summary>
internal sealed class HeldOut(SparseRows rows, int[] folds, int count, TrainingProgress progress)
{
    /// <summary>How many examples there are.</summary>
    public int Rows => folds.Length;

    /// <summary>With each part held out, and with none.</summary>
    public int Parts => count + 1;

    public void Each(int jobs, Action<int> work) => progress.Each(jobs, work);

    public LearntLane[] Learn(IReadOnlyList<LaneTask> tasks)
    {
        var separators = new Separator[tasks.Count];
        var scores = tasks.Select(_ => new float[Rows]).ToArray();
        var unlabelled = tasks.Select(_ => new float[Parts][]).ToArray();
        progress.Each(tasks.Count * Parts, job =>
        {
            var (lane, part) = Math.DivRem(job, Parts);
            var separator = Train(tasks[lane], part);
            unlabelled[lane][part] = tasks[lane].Guesses is null ? ScoresOfUnlabelled(separator) : [];
            if (part == count)
            {
                separators[lane] = separator with { Weights = rows.Widen(separator.Weights) };
                return;
            }

            foreach (var row in Members(row => folds[row] == part))
            {
                scores[lane][row] = separator.Score(rows, row);
            }
        });
        return [.. separators.Select((separator, lane) => new LearntLane(separator, scores[lane], unlabelled[lane]))];
    }

    private float[] ScoresOfUnlabelled(Separator separator) =>
        [.. Enumerable.Range(Rows, rows.Count - Rows).Select(row => separator.Score(rows, row))];

    private Separator Train(LaneTask task, int without)
    {
        var members = Members(row => folds[row] != without && task.Member(row));
        var guesses = task.Guesses?[without] ?? LaneGuesses.None;
        return new DualCoordinateDescent(rows, Rows, task.Options)
            .Train([.. members, .. guesses.Sure.Select(at => Rows + at)], [.. task.Positive, .. guesses.Positive]);
    }

    private int[] Members(Func<int, bool> chosen) => [.. Enumerable.Range(0, Rows).Where(chosen)];
}
