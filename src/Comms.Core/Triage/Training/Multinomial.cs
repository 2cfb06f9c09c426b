namespace Comms.Core.Triage.Training;

/// <summary>
/// Multinomial logistic regression with a small ridge, by gradient steps of adaptive size (Kingma and Ba 2015) over all
/// examples at once: for a few dozen inputs.
/// </summary>
internal static class Multinomial
{
    private const int Rounds = 400;
    private const int Fine = 280;
    private const double Ridge = 1e-4;

    /// <summary>For each class its weight for every input, and an offset at the end.</summary>
    public static float[] Fit(float[][] inputs, int[] gold, int classes, float[] weights)
    {
        var width = inputs.Length == 0 ? 1 : inputs[0].Length + 1;
        var layer = new double[classes * width];
        var slope = new double[layer.Length];
        var mean = new double[layer.Length];
        var square = new double[layer.Length];
        for (var round = 1; round <= Rounds; round++)
        {
            Slope(inputs, gold, weights, layer, slope);
            var rate = (round <= Fine ? 0.1 : 0.02) / (1 - Math.Pow(0.9, round));
            for (var i = 0; i < layer.Length; i++)
            {
                var down = slope[i] + (i % width == width - 1 ? 0 : Ridge * layer[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * down);
                square[i] = (0.999 * square[i]) + (0.001 * down * down);
                layer[i] -= rate * mean[i] / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return Array.ConvertAll(layer, weight => (float)weight);
    }

    private static void Slope(float[][] inputs, int[] gold, float[] weights, double[] layer, double[] slope)
    {
        Array.Clear(slope);
        var total = weights.Sum(weight => (double)weight);
        var classes = inputs.Length == 0 ? 0 : layer.Length / (inputs[0].Length + 1);
        var shares = new double[classes];
        for (var row = 0; row < inputs.Length; row++)
        {
            if (weights[row] > 0)
            {
                Share(inputs[row], layer, shares);
                shares[gold[row]]--;
                Add(inputs[row], shares, weights[row] / total, slope);
            }
        }
    }

    private static void Share(float[] input, double[] layer, double[] shares)
    {
        var largest = double.NegativeInfinity;
        for (var label = 0; label < shares.Length; label++)
        {
            var at = label * (input.Length + 1);
            var sum = layer[at + input.Length];
            for (var i = 0; i < input.Length; i++)
            {
                sum += layer[at + i] * input[i];
            }

            shares[label] = sum;
            largest = Math.Max(largest, sum);
        }

        var total = 0.0;
        foreach (ref var share in shares.AsSpan())
        {
            share = Math.Exp(share - largest);
            total += share;
        }

        foreach (ref var share in shares.AsSpan())
        {
            share /= total;
        }
    }

    private static void Add(float[] input, double[] errors, double weight, double[] slope)
    {
        for (var label = 0; label < errors.Length; label++)
        {
            var at = label * (input.Length + 1);
            var error = errors[label] * weight;
            for (var i = 0; i < input.Length; i++)
            {
                slope[at + i] += error * input[i];
            }

            slope[at + input.Length] += error;
        }
    }
}
