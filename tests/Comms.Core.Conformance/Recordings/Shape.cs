using System.Text.Json;
using System.Text.RegularExpressions;

namespace Comms.Core.Conformance.Recordings;

/// <summary>What of an exchange does not depend on the run: how it was asked, the status, and which members of which kinds the documents have.</summary>
internal static partial class Shape
{
    /// <summary>
    /// How it was asked and with which status it was answered, step by step, and what all answers of the step have. Calls of one place
    /// that follow each other are one step: how many pages there are depends on what other tests have posted.
    /// </summary>
    public static IReadOnlyList<(string Asking, IReadOnlySet<string> Said)> Steps(IEnumerable<Exchange> exchanges)
    {
        var steps = new List<(string Asking, HashSet<string> Said)>();
        foreach (var one in exchanges)
        {
            var asking = $"{one.Method} {Number().Replace(one.Path.Split('?')[0], "#")} ({string.Join(' ', Of(one.Request))}) {one.Status}";
            if (steps is not [.., var last] || last.Asking != asking)
            {
                steps.Add((asking, []));
            }

            steps[^1].Said.UnionWith(Of(one.Answer));
        }

        return [.. steps.Select(step => (step.Asking, (IReadOnlySet<string>)step.Said))];
    }

    /// <summary>The members of a document in order, each once; of one that is no JSON its kind.</summary>
    private static IReadOnlyList<string> Of(string? document)
    {
        if (string.IsNullOrEmpty(document))
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(document);
            return [.. Members(json.RootElement, "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            return [Number().Replace(document.Split(' ')[0], "#")];
        }
    }

    /// <summary>Each member by its path; a list by what its items have, and null like a word, since some servers write either.</summary>
    private static IEnumerable<string> Members(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Members(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Members(item, path + "[]")),
        JsonValueKind.True or JsonValueKind.False => [path + ":flag"],
        JsonValueKind.Number => [path + ":number"],
        _ => [path + ":text"],
    };

    [GeneratedRegex(@"[0-9a-f]{16,}|\d+")]
    private static partial Regex Number();
}
