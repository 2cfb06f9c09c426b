using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Planners;

/// <summary>By which names the columns of a list of events are known: dated data of <c>seeds/planning/exercise-columns.json</c>.</summary>
internal sealed record EventColumns(
    IReadOnlyList<string> Number,
    IReadOnlyList<string> Day,
    IReadOnlyList<string> Time,
    IReadOnlyList<string> Title,
    IReadOnlyList<string> Text,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> By,
    IReadOnlyList<string> Expected,
    IReadOnlyList<string> Lesson,
    IReadOnlyList<string> Minutes)
{
    private static readonly Lazy<EventColumns> Read = new(() => TextData.Read("planning/exercise-columns.json", EventColumnsJson.Default.EventColumnsFile).Columns);

    public static EventColumns Shipped => Read.Value;

    /// <summary>A name as columns are compared by: its letters and digits.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

internal sealed record EventColumnsFile(int Version, DateOnly Checked, string Source, string Note, EventColumns Columns);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EventColumnsFile))]
internal sealed partial class EventColumnsJson : JsonSerializerContext;
