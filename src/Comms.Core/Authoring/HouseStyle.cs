using System.Globalization;
using System.Text.Json;
using Comms.Core.Authoring.Style;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>A team's own style, read from a file of the form of <c>seeds/schemas/style.schema.json</c>. Immutable.</summary>
public sealed class HouseStyle
{
    private const int Newest = 1;

    private HouseStyle(HouseFile file) => File = file;

    /// <summary>No style beyond the shipped rules.</summary>
    public static HouseStyle None { get; } = new(new HouseFile());

    /// <summary>What the house calls it.</summary>
    public string Name => File.Name;

    internal HouseFile File { get; }

    /// <summary>Reads a file, or tells every fault of it.</summary>
    /// <param name="json">UTF-8, with or without a byte-order mark.</param>
    public static HouseStyleReading Read(ReadOnlyMemory<byte> json)
    {
        json = JsonText.WithoutMark(json);
        try
        {
            var file = JsonSerializer.Deserialize(json.Span, HouseJson.Default.HouseFile);
            string[] faults = file is null ? ["line 1: it is not a JSON object"] : [.. Faults(file)];
            return new HouseStyleReading(faults.Length == 0 ? new HouseStyle(file!) : null, faults);
        }
        catch (JsonException fault)
        {
            return new HouseStyleReading(null, [JsonText.Fault(fault)]);
        }
    }

    private static IEnumerable<string> Faults(HouseFile file)
    {
        if (file.Version is < 1 or > Newest)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"version {file.Version}: this program reads version {Newest}");
        }

        if (file.LongestSentence is < 5 or > 100)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"longestSentence: {file.LongestSentence} is not from 5 to 100 words");
        }

        foreach (var rule in file.Off.Concat(file.Accepted.Select(accepted => accepted.Rule)).Where(rule => !StyleGuide.Rules.Contains(rule)))
        {
            yield return $"there is no rule '{rule}'; there are {string.Join(", ", StyleGuide.Rules)}";
        }

        foreach (var accepted in file.Accepted.Where(accepted => string.IsNullOrWhiteSpace(accepted.Reason)))
        {
            yield return $"accepted: '{accepted.Text ?? accepted.Rule}' has no reason";
        }

        foreach (var words in file.Words.Where(words => words.Avoid.Count == 0 || words.Avoid.Any(string.IsNullOrWhiteSpace)))
        {
            yield return $"words: an entry with '{string.Join(", ", words.Use)}' has nothing to avoid";
        }
    }
}

/// <summary>What came of reading a house's style: the style, or why there is none. Immutable.</summary>
public sealed class HouseStyleReading
{
    internal HouseStyleReading(HouseStyle? style, IReadOnlyList<string> faults) => (Style, Faults) = (style, faults);

    /// <summary>The style; null when there is a fault.</summary>
    public HouseStyle? Style { get; }

    /// <summary>Every fault; empty when the style is good.</summary>
    public IReadOnlyList<string> Faults { get; }
}
