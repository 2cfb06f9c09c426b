using OxyPlot;

namespace Comms.Core.Charts;

/// <summary>
/// Measures text larger than the plotting library does: a browser's fonts differ, and what is too large for its place
/// would be cut or lie over its neighbour.
/// </summary>
internal sealed class AmpleText(double width, double height) : PdfRenderContext(width, height, OxyColors.White)
{
    private const double Margin = 1.3;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(size.Width * Margin, size.Height * Margin);
    }
}
