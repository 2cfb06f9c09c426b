namespace Comms.Core.Documents;

/// <summary>A few figures that tell the state at a glance.</summary>
/// <param name="Figures">The figures in order; four or fewer read best.</param>
public sealed record FigureRow(IReadOnlyList<Figure> Figures) : Block
{
    internal override void ShowOn(IBlockWriter page) => page.Show(this);
}
