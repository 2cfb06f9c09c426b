using System.Globalization;

namespace Comms.Core.Authoring.Style;

/// <summary>Whether each picture has words for those who do not see it, and words that help.</summary>
internal sealed class AltTextRule : IStyleRule
{
    private static readonly string[] Openings = ["image of", "picture of", "photo of", "photograph of", "graphic of", "screenshot of"];
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic"];

    public string Name => "alt-text";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        for (var i = 0; i < reading.AltTexts.Count; i++)
        {
            if (Fault(reading.AltTexts[i]) is { } fault)
            {
                findings.Add(StyleSeeds.Limits.Finding(Name, 0, 0, string.Create(CultureInfo.InvariantCulture, $"picture {i + 1}: {fault}")));
            }
        }
    }

    private static string? Fault(string? alt)
    {
        var limits = StyleSeeds.Limits;
        var words = alt?.Trim() ?? "";
        return words switch
        {
            "" => "it has no alternative text: say what it shows, for those who do not see it",
            _ when Array.Exists(Endings, ending => words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) =>
                $"“{words}” is the name of a file: say what the picture shows",
            _ when Array.Exists(Openings, opening => words.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) =>
                "a screen reader says already that it is a picture: begin with what it shows",
            { Length: var length } when length < limits.ShortestAlt => $"“{words}” says too little",
            { Length: var length } when length > limits.LongestAlt =>
                string.Create(CultureInfo.InvariantCulture, $"{length} characters of alternative text: {limits.LongestAlt} are enough, the rest belongs in the text"),
            _ => null,
        };
    }
}
