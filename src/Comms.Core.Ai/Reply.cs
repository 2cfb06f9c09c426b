using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Ai;

/// <summary>Reads a model's reply: one JSON object, which some models put between fences.</summary>
internal static class Reply
{
    private const string Fence = "```";

    /// <exception cref="JsonException">It is no JSON object of the form asked for.</exception>
    public static ReplyBody Read(string text)
    {
        var json = text.AsSpan().Trim();
        if (json.StartsWith(Fence, StringComparison.Ordinal) && json.EndsWith(Fence, StringComparison.Ordinal) && json.IndexOf('\n') is > 0 and var line)
        {
            json = json[line..^Fence.Length];
        }

        return JsonSerializer.Deserialize(json, AiJson.Default.ReplyBody) ?? throw new JsonException("The reply is null.");
    }
}

internal sealed record ReplyBody(string? Sentiment, IReadOnlyList<string>? Kinds, IReadOnlyList<string>? Themes, string? Urgency, string? Reason);

internal sealed record QuestionBody(
    string Message, IReadOnlyList<string> Sentiments, IReadOnlyList<string> Kinds, IReadOnlyList<string> Themes, IReadOnlyList<string> Urgencies);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(QuestionBody))]
[JsonSerializable(typeof(ReplyBody))]
internal sealed partial class AiJson : JsonSerializerContext;
