namespace Comms.Core.Triage.Training;

/// <summary>
/// Expected calibration error (Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural networks"):
/// confidences fall in M = 15 bins of equal width, bin m holding those in ((m-1)/M, m/M]; the error is
/// Σ |B_m|/n · |acc(B_m) − conf(B_m)|, where acc is the share that was right and conf the mean confidence.
/// </summary>
internal sealed class CalibrationBins
{
    public const int Count = 15;

    private readonly double[] _confidence = new double[Count];
    private readonly int[] _right = new int[Count];
    private int _all;

    /// <summary>0 when nothing was added. What each bin adds is |right − sum of confidences| / n, which is the same.</summary>
    public double Error => _all == 0 ? 0 : _confidence.Zip(_right, (confidence, right) => Math.Abs(right - confidence)).Sum() / _all;

    public void Add(double confidence, bool right)
    {
        var bin = Math.Clamp((int)Math.Ceiling(confidence * Count) - 1, 0, Count - 1);
        _confidence[bin] += confidence;
        _right[bin] += right ? 1 : 0;
        _all++;
    }
}
