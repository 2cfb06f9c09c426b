namespace Comms.Core.Triage.Training;

/// <summary>Trains separators, and scores each example by one that never saw it or any text of the same words.</summary>
internal sealed class HeldOut(SparseRows rows, int[] folds, int count)
{
    public int Rows => rows.Count;

    /// <summary>What divides the positive members from the rest, learnt from all of them.</summary>
    public Separator Train(Func<int, bool> member, bool[] positive, SvmOptions options) =>
        new DualCoordinateDescent(rows, options).Train(Members(member), positive);

    /// <summary>The scores of all rows, members or not.</summary>
    public float[] Score(Func<int, bool> member, bool[] positive, SvmOptions options)
    {
        var scores = new float[rows.Count];
        for (var fold = 0; fold < count; fold++)
        {
            var part = fold;
            var separator = Train(row => folds[row] != part && member(row), positive, options);
            foreach (var row in Members(row => folds[row] == part))
            {
                scores[row] = separator.Score(rows, row);
            }
        }

        return scores;
    }

    private int[] Members(Func<int, bool> chosen) => [.. Enumerable.Range(0, rows.Count).Where(chosen)];
}
