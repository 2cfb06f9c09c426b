namespace Comms.Core.Documents;

/// <summary>How a whole divides. Percentages are worked out from the counts when shown, so that they cannot disagree.</summary>
/// <param name="Caption">What is divided.</param>
/// <param name="Shares">The parts in order; counts below zero are taken as zero.</param>
public sealed record ShareBar(string Caption, IReadOnlyList<Share> Shares) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);

    /// <summary>The part's percentage of the whole, rounded half up; 0 of an empty whole.</summary>
    internal long Percent(Share share)
    {
        var whole = Shares.Sum(each => Math.Max(0L, each.Count));
        return whole == 0 ? 0 : ((200 * Math.Max(0L, share.Count)) + whole) / (2 * whole);
    }
}
