using System.Text.Json.Serialization;

namespace Comms.Core.Authoring.Style;

/// <summary>The file of a house's style, as it stands.</summary>
internal sealed record HouseFile
{
    public int Version { get; set; } = 1;

    public string Name { get; set; } = "House style";

    public IReadOnlyList<AvoidedWords> Words { get; set; } = [];

    /// <summary>Words of the shipped lists that the house uses all the same.</summary>
    public IReadOnlyList<string> Allow { get; set; } = [];

    public IReadOnlyList<string> Abbreviations { get; set; } = [];

    public IReadOnlyList<string> Hashtags { get; set; } = [];

    public int? LongestSentence { get; set; }

    public IReadOnlyList<string> Off { get; set; } = [];

    public IReadOnlyList<AcceptedStyle> Accepted { get; set; } = [];
}

/// <summary>Forms of a word to avoid, what to use instead, and when it is right after all.</summary>
internal sealed record AvoidedWords
{
    public required IReadOnlyList<string> Avoid { get; init; }

    public IReadOnlyList<string> Use { get; set; } = [];

    public string? Unless { get; set; }
}

/// <summary>A finding that the house lives with; without a text, every one of its rule.</summary>
internal sealed record AcceptedStyle
{
    public required string Rule { get; init; }

    public string? Text { get; set; }

    public required string Reason { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowTrailingCommas = false)]
[JsonSerializable(typeof(HouseFile))]
internal sealed partial class HouseJson : JsonSerializerContext;
