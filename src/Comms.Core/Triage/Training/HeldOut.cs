namespace Comms.Core.Triage.Training;

/// <summary>What one lane is to learn.</summary>
/// <param name="Member">Which rows it learns from.</param>
/// <param name="Positive">Which rows its label holds of.</param>
/// <param name="Options">How.</param>
internal sealed record LaneTask(Func<int, bool> Member, bool[] Positive, SvmOptions Options);

/// <summary>A lane that was learnt.</summary>
/// <param name="Separator">Learnt from all members; its weights are by the buckets' own numbers.</param>
/// <param name="Scores">Of every row, by a separator that never saw it or any text of the same words.</param>
internal sealed record LearntLane(Separator Separator, float[] Scores);

/// <summary>
/// Trains lanes, whole and with each fold held out, side by side on every processor; each result has its place, so that
/// no order of finishing changes anything.
/// </summary>
internal sealed class HeldOut(SparseRows rows, int[] folds, int count, TrainingProgress progress)
{
    public int Rows => rows.Count;

    public LearntLane[] Learn(IReadOnlyList<LaneTask> tasks)
    {
        var separators = new Separator[tasks.Count];
        var scores = tasks.Select(_ => new float[rows.Count]).ToArray();
        progress.Each(tasks.Count * (count + 1), job =>
        {
            var (lane, part) = Math.DivRem(job, count + 1);
            var separator = Train(tasks[lane], part);
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
        return [.. separators.Zip(scores, (separator, score) => new LearntLane(separator, score))];
    }

    private Separator Train(LaneTask task, int without) =>
        new DualCoordinateDescent(rows, task.Options).Train(Members(row => folds[row] != without && task.Member(row)), task.Positive);

    private int[] Members(Func<int, bool> chosen) => [.. Enumerable.Range(0, rows.Count).Where(chosen)];
}
