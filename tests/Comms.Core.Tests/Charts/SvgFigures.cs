using System.Xml.Linq;

namespace Comms.Core.Tests.Charts;

/// <summary>Reads the figures that a chart holds for screen readers.</summary>
internal static class SvgFigures
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The rows of the figures, the headings first.</summary>
    public static List<string[]> Rows(string svg) =>
        [.. XDocument.Parse(svg).Descendants(Svg + "g").Where(group => group.Attribute("role")?.Value == "row").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
}
