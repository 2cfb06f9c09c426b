using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using OxyPlot;

namespace Comms.Core.Charts;

/// <summary>
/// A plot as SVG that a screen reader can read: the drawing is hidden from it, and a title, a description and the figures as
/// a table of ARIA roles stand beside it. Names within it are its own, so that many charts fit into one page.
/// </summary>
internal static class AccessibleSvg
{
    /// <summary>As wide as the one that was measured, wherever there is one of them.</summary>
    private const string Fonts = Ink.Font + ", Helvetica, 'Liberation Sans', sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(PlotModel model, ChartWords words, ChartOptions options)
    {
        model.Title = Plain(model.Title);
        var root = Draw(model, options);
        var name = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting) + words.Title)))[..12];
        OwnNames(root, name);
        foreach (var font in root.Descendants().Attributes("font-family"))
        {
            font.Value = Fonts;
        }

        var drawing = new XElement(Svg + "g", new XAttribute("aria-hidden", "true"), root.Nodes().ToArray());
        root.RemoveNodes();
        root.Add(
            new XAttribute("viewBox", FormattableString.Invariant($"0 0 {options.Width} {options.Height}")),
            new XAttribute("role", "graphics-document"),
            new XAttribute("aria-labelledby", name + "-title"),
            new XAttribute("aria-describedby", name + "-description"),
            new XElement(Svg + "title", new XAttribute("id", name + "-title"), Plain(words.Title)),
            new XElement(Svg + "desc", new XAttribute("id", name + "-description"), Plain(words.Description)),
            drawing,
            Table(words));
        return root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Draw(PlotModel model, ChartOptions options)
    {
        using var drawn = new MemoryStream();
        var exporter = new SvgExporter { Width = options.Width, Height = options.Height, TextMeasurer = new AmpleText(options.Width, options.Height) };
        exporter.Export(model, drawn);
        drawn.Position = 0;
        using var reader = XmlReader.Create(drawn, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreWhitespace = true });
        return XDocument.Load(reader).Root!;
    }

    private static void OwnNames(XElement root, string name)
    {
        foreach (var attribute in root.Descendants().Attributes())
        {
            if (attribute.Name == "id")
            {
                attribute.Value = $"{name}-{attribute.Value}";
            }
            else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
            {
                attribute.Value = $"url(#{name}-{attribute.Value[5..]}";
            }
        }
    }

    private static XElement Table(ChartWords words) => new(
        Svg + "g",
        new XAttribute("role", "table"),
        new XAttribute("aria-label", "Figures of " + Plain(words.Title)),
        new XAttribute("opacity", "0"),
        new XAttribute("font-size", "1"),
        Row(words.Columns, "columnheader"),
        words.Rows.Select(row => Row(row, "cell")));

    private static XElement Row(IReadOnlyList<string> cells, string role) => new(
        Svg + "g",
        new XAttribute("role", "row"),
        cells.Select(cell => new XElement(Svg + "text", new XAttribute("role", role), Plain(cell))));

    /// <summary>Without the characters that XML cannot hold, as a stray half of a pair.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }
}
