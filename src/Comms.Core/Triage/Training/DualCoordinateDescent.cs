namespace Comms.Core.Triage.Training;

/// <summary>
/// L2-regularised L2-loss support vector machine, solved in the dual one example at a time (Hsieh, Chang, Lin, Keerthi
/// and Sundararajan 2008, algorithm 1), with costs that balance the two classes. Each value is multiplied by the
/// bucket's naive-Bayes ratio (Wang and Manning 2012). The weights are kept with that ratio folded in: scores then read
/// one number per feature, and only a step reads the ratios, squared.
/// </summary>
/// <param name="rows">The examples, and after them the rows that were guessed.</param>
/// <param name="labelled">How many rows a person labelled.</param>
/// <param name="options">The knobs.</param>
internal sealed class DualCoordinateDescent(SparseRows rows, int labelled, SvmOptions options)
{
    private readonly float[] _weights = new float[rows.Width];
    private float _bias;

    /// <summary>Trains on <paramref name="members"/> (rows), of which <paramref name="positive"/> says the class.</summary>
    public Separator Train(ReadOnlySpan<int> members, ReadOnlySpan<bool> positive)
    {
        var squares = NaiveBayesRatio.Of(rows, members, positive, options.Smoothing, options.RatioPower);
        for (var bucket = 0; bucket < squares.Length; bucket++)
        {
            squares[bucket] *= squares[bucket];
        }

        var order = members.ToArray();
        var alphas = new float[rows.Count];
        var (inPositive, inNegative) = Costs(members, positive);
        var diagonals = Diagonals(members, positive, squares, inPositive, inNegative);
        var shuffle = new Shuffle(options.Seed);
        for (var round = 0; round < options.Rounds; round++)
        {
            shuffle.Apply(order);
            var worst = 0f;
            foreach (var row in order)
            {
                var cost = CostOf(row, positive[row] ? inPositive : inNegative);
                worst = Math.Max(worst, Step(row, positive[row] ? 1 : -1, 0.5f / cost, diagonals[row], squares, ref alphas[row]));
            }

            if (worst < options.Tolerance)
            {
                break;
            }
        }

        return new Separator(_weights, _bias * options.BiasValue);
    }

    private float Step(int row, int sign, float loss, float diagonal, float[] squares, ref float alpha)
    {
        var buckets = rows.Buckets(row);
        var values = rows.Values(row);
        var gradient = (sign * (Separator.Dot(_weights, buckets, values) + (_bias * options.BiasValue))) - 1 + (loss * alpha);
        var projected = alpha == 0 ? Math.Min(gradient, 0) : gradient;
        if (Math.Abs(projected) < 1e-7f)
        {
            return 0;
        }

        var before = alpha;
        alpha = Math.Max(0, alpha - (gradient / diagonal));
        var move = (alpha - before) * sign;
        Add(move, buckets, values, squares, _weights);
        _bias += move * options.BiasValue;
        return Math.Abs(projected);
    }

    private static void Add(float move, ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, float[] squares, float[] weights)
    {
        values = values[..buckets.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            var bucket = buckets[i];
            weights[bucket] += move * values[i] * squares[bucket];
        }
    }

    private (float Positive, float Negative) Costs(ReadOnlySpan<int> members, ReadOnlySpan<bool> positive)
    {
        var count = 0;
        foreach (var row in members)
        {
            count += positive[row] ? 1 : 0;
        }

        // The share of balance: 1 gives both classes the same total cost, 0 every example.
        var balance = options.Balance;
        var up = MathF.Pow(members.Length / (2f * Math.Max(1, count)), balance);
        var down = MathF.Pow(members.Length / (2f * Math.Max(1, members.Length - count)), balance);
        return (options.Cost * up, options.Cost * down);
    }

    private float CostOf(int row, float cost) => row < labelled ? cost : cost * options.GuessCost;

    private float[] Diagonals(
        ReadOnlySpan<int> members, ReadOnlySpan<bool> positive, float[] squares, float inPositive, float inNegative)
    {
        var diagonals = new float[rows.Count];
        foreach (var row in members)
        {
            var sum = (options.BiasValue * options.BiasValue) + (0.5f / CostOf(row, positive[row] ? inPositive : inNegative));
            var buckets = rows.Buckets(row);
            var values = rows.Values(row);
            for (var i = 0; i < buckets.Length; i++)
            {
                sum += values[i] * values[i] * squares[buckets[i]];
            }

            diagonals[row] = sum;
        }

        return diagonals;
    }
}
