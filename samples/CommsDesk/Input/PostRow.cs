using System.Text.Json;
using Comms.Core.Scheduling;

namespace CommsDesk.Input;

/// <summary>A post as a row of an import gives it.</summary>
internal sealed record PostRow
{
    public required string Text { get; init; }

    public required IReadOnlyList<string> Accounts { get; init; }

    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PostMedia> Media { get; init; } = [];

    public string? At { get; init; }

    public string? Campaign { get; init; }

    public bool Candour { get; init; }

    /// <summary>What it is, where that asks for more than one approver.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The kit of a difficult story that must be ready before it is approved; null for none.</summary>
    public string? Kit { get; init; }

    public string? Key { get; init; }

    public Lateness Lateness { get; init; } = Lateness.Default;

    public string Language { get; init; } = "en";

    /// <summary>The same in Welsh, approved with it; null for none.</summary>
    public string? Welsh { get; init; }

    /// <summary>A content warning; null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>The content warning of the Welsh half; null for none.</summary>
    public string? WelshWarning { get; init; }

    /// <exception cref="FormatException">The row is not a post; the message says why.</exception>
    public static PostRow From(Row row) => new()
    {
        Text = row["text"] is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw new FormatException("empty"),
        Accounts = Names(row["accounts"]) is { Length: > 0 } names ? names : throw new FormatException("it names no account"),
        Variants = row["variants"] is { Length: > 0 } variants ? Objects(variants) : new Dictionary<string, string>(),
        Media = Pictures(row),
        At = row["at"] is { Length: > 0 } at ? at : null,
        Campaign = row["campaign"] is { Length: > 0 } campaign ? campaign : null,
        Candour = Yes(row["candour"]),
        Marks = Names(row["marks"]),
        Kit = row["kit"] is { Length: > 0 } kit ? kit : null,
        Key = row["key"] is { Length: > 0 } key ? key : null,
        Lateness = LatenessText.Parse(row["lateness"]),
        Language = row["language"] is { Length: > 0 } language ? language : "en",
        Welsh = row["welsh"] is { } welsh && !string.IsNullOrWhiteSpace(welsh) ? welsh : null,
        Warning = row["warning"] is { Length: > 0 } warning ? warning : null,
        WelshWarning = row["welshWarning"] is { Length: > 0 } welshWarning ? welshWarning : null,
    };

    private static bool Yes(string? said) => said switch
    {
        null or "" => false,
        _ when bool.TryParse(said, out var yes) => yes,
        _ => throw new FormatException("\"candour\" is true or false"),
    };

    private static string[] Names(string? names) => names switch
    {
        null => [],
        _ when names.StartsWith('[') => [.. Parse(names, "accounts").EnumerateArray().Select(name => name.ToString())],
        _ => names.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
    };

    private static Dictionary<string, string> Objects(string variants) => Parse(variants, "variants").EnumerateObject()
        .ToDictionary(pair => pair.Name, pair => pair.Value.ToString(), StringComparer.Ordinal);

    private static IReadOnlyList<PostMedia> Pictures(Row row) => row["media"] switch
    {
        null or "" => [],
        var list when list.StartsWith('[') => [.. Parse(list, "media").EnumerateArray().Select(Picture)],
        var path => [new PostMedia(path, row["alt"] ?? "")],
    };

    private static PostMedia Picture(JsonElement media) =>
        media.ValueKind == JsonValueKind.Object && media.TryGetProperty("path", out var path)
            ? new PostMedia(path.ToString(), media.TryGetProperty("alt", out var alt) ? alt.ToString() : "")
            : throw new FormatException("\"media\" lists objects with \"path\" and \"alt\"");

    private static JsonElement Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new FormatException($"\"{name}\" is not JSON");
        }
    }
}

/// <summary>A picture of a post and what it shows.</summary>
internal sealed record PostMedia(string Path, string Alt);
