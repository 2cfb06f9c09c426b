namespace Comms.Core.Triage.Training;

/// <summary>
/// Turns scores into confidence: a logistic curve fitted to scores of held-out examples (Platt 1999), with the targets
/// moved in from 0 and 1 as he proposes, by Newton's method.
/// </summary>
internal readonly record struct Calibration(float Slope, float Offset)
{
    private const int Rounds = 50;
    private const double Ridge = 1e-6;

    public static Calibration Fit(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positive)
    {
        var count = 0;
        foreach (var holds in positive)
        {
            count += holds ? 1 : 0;
        }

        var high = (count + 1.0) / (count + 2.0);
        var low = 1.0 / (scores.Length - count + 2.0);
        double slope = 1, offset = Math.Log((count + 1.0) / (scores.Length - count + 1.0));
        for (var round = 0; round < Rounds; round++)
        {
            double gs = 0, go = 0, hss = Ridge, hso = 0, hoo = Ridge;
            for (var i = 0; i < scores.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-((slope * scores[i]) + offset)));
                var error = p - (positive[i] ? high : low);
                var weight = Math.Max(p * (1 - p), 1e-12);
                gs += error * scores[i];
                go += error;
                hss += weight * scores[i] * scores[i];
                hso += weight * scores[i];
                hoo += weight;
            }

            var determinant = (hss * hoo) - (hso * hso);
            var ds = ((hoo * gs) - (hso * go)) / determinant;
            var move = ((hss * go) - (hso * gs)) / determinant;
            slope -= Math.Clamp(ds, -2, 2);
            offset -= Math.Clamp(move, -2, 2);
            if (Math.Abs(ds) + Math.Abs(move) < 1e-6)
            {
                break;
            }
        }

        return new Calibration((float)Math.Max(slope, 0.01), (float)offset);
    }

    public float Confidence(float score) => 1 / (1 + MathF.Exp(-((Slope * score) + Offset)));
}
