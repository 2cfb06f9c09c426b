using System.Text;
using System.Text.Json;

namespace Comms.Core.Triage.Policies;

/// <summary>Finds the line of a file on which given words stand one after another, each as a JSON string.</summary>
internal static class PolicyLines
{
    /// <summary>The line from 1 of a byte.</summary>
    public static int At(ReadOnlySpan<byte> json, int place) => json[..place].Count((byte)'\n') + 1;

    /// <summary>The line from 1 of the last of <paramref name="words"/>, each looked for after the one before it.</summary>
    public static int Of(ReadOnlySpan<byte> json, IReadOnlyList<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var found = json[at..].IndexOf(Encoding.UTF8.GetBytes($"\"{word}\""));
            at += Math.Max(0, found);
        }

        return At(json, at);
    }

    /// <summary>The line of each null that stands in a list; elsewhere the reader's own types say what may be null.</summary>
    public static List<int> OfNulls(ReadOnlySpan<byte> json)
    {
        var lines = new List<int>();
        var lists = new Stack<bool>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                lists.Push(reader.TokenType == JsonTokenType.StartArray);
            }
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                lists.Pop();
            }
            else if (reader.TokenType == JsonTokenType.Null && lists.TryPeek(out var inList) && inList)
            {
                lines.Add(json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
            }
        }

        return lines;
    }
}
