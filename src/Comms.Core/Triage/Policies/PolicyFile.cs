using System.Text.Json.Serialization;

namespace Comms.Core.Triage.Policies;

// Setters, not init: the serialiser would overwrite the defaults of init properties with null.
/// <summary>The policy as it lies in its file: version 1 of <c>seeds/schemas/policy.schema.json</c>.</summary>
internal sealed record PolicyFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int Version { get; set; }

    public string Name { get; set; } = "";

    public string Desk { get; set; } = "";

    public IReadOnlyList<PolicyFileTeam> Teams { get; set; } = [];

    public IReadOnlyList<PolicyFileService>? Services { get; set; }

    public IReadOnlyList<PolicyFilePlace>? Places { get; set; }

    public IReadOnlyList<PolicyFileRoute>? Routes { get; set; }

    public IReadOnlyList<PolicyFilePhrase>? Phrases { get; set; }

    public IReadOnlyList<PolicyFileAccount>? AccountsOfNote { get; set; }

    public double ReachWeight { get; set; }

    public IReadOnlyList<PolicyFileServiceLevel>? ServiceLevels { get; set; }

    public PolicyFileHours? OpeningHours { get; set; }

    public PolicyFileRoundUp? RoundUp { get; set; }

    public IReadOnlyList<PolicyFileSignpost>? Signposts { get; set; }

    public IReadOnlyList<PolicyFileAnswer>? SuggestedAnswers { get; set; }
}

internal sealed record PolicyFileTeam
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Email { get; set; }
}

internal sealed record PolicyFileService
{
    public string Id { get; set; } = "";

    public string Team { get; set; } = "";

    public IReadOnlyList<string> Phrases { get; set; } = [];
}

internal sealed record PolicyFilePlace
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public IReadOnlyList<string> Phrases { get; set; } = [];

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }
}

internal sealed record PolicyFileRoute
{
    public string Team { get; set; } = "";

    public IReadOnlyList<string>? Kinds { get; set; }

    public IReadOnlyList<string>? Flags { get; set; }

    public IReadOnlyList<string>? Themes { get; set; }

    public IReadOnlyList<string>? Urgencies { get; set; }

    public IReadOnlyList<string>? Sources { get; set; }

    public IReadOnlyList<string>? Phrases { get; set; }
}

internal sealed record PolicyFilePhrase
{
    public string Phrase { get; set; } = "";

    public string? Flag { get; set; }

    public string? Kind { get; set; }
}

internal sealed record PolicyFileAccount
{
    public string Handle { get; set; } = "";

    public string Kind { get; set; } = "";
}

internal sealed record PolicyFileServiceLevel
{
    public string Urgency { get; set; } = "";

    public int? Minutes { get; set; }

    public int? Hours { get; set; }

    public int? WorkingDays { get; set; }

    public bool IgnoresOpeningHours { get; set; }
}

internal sealed record PolicyFileHours
{
    public IReadOnlyList<string> Days { get; set; } = [];

    public string From { get; set; } = "";

    public string To { get; set; } = "";
}

internal sealed record PolicyFileRoundUp
{
    public int Enough { get; set; } = 5;
}

internal sealed record PolicyFileSignpost
{
    public PolicyFileWhen When { get; set; } = new();

    public string To { get; set; } = "";

    public string? Account { get; set; }

    public string Words { get; set; } = "";
}

internal sealed record PolicyFileWhen
{
    public IReadOnlyList<string>? Kinds { get; set; }

    public IReadOnlyList<string>? Flags { get; set; }
}

internal sealed record PolicyFileAnswer
{
    public string Question { get; set; } = "";

    public IReadOnlyList<string> Phrases { get; set; } = [];

    public string Answer { get; set; } = "";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(PolicyFile))]
internal sealed partial class PolicyJson : JsonSerializerContext;
