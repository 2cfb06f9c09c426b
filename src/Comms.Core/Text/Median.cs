namespace Comms.Core.Text;

/// <summary>The middle of some numbers, or the mean of the middle two.</summary>
internal static class Median
{
    /// <returns>Null when there are none.</returns>
    public static double? Of(IEnumerable<double> numbers)
    {
        double[] ordered = [.. numbers.Order()];
        return ordered.Length == 0 ? null : (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
