using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Approval.Kits;

/// <summary>Reads a kit from a file.</summary>
public static class KitReader
{
    private const int Newest = 1;

    /// <summary>Reads the form of <c>seeds/schemas/kit.schema.json</c>, version 1.</summary>
    /// <param name="json">UTF-8, with or without a byte-order mark.</param>
    public static KitReading Read(ReadOnlyMemory<byte> json)
    {
        json = JsonText.WithoutMark(json);
        try
        {
            return JsonSerializer.Deserialize(json.Span, KitFileJson.Default.KitFile) is { } file
                ? Check(file)
                : new KitReading(null, ["line 1: it is not a JSON object"]);
        }
        catch (JsonException fault)
        {
            return new KitReading(null, [JsonText.Fault(fault)]);
        }
    }

    private static KitReading Check(KitFile file)
    {
        var kit = file.ToKit();
        string[] faults =
        [
            .. file.Version is 0 or > Newest ? [$"version {file.Version}: this program reads version {Newest}"] : Array.Empty<string>(),
            .. kit.Faults(),
        ];
        return faults.Length == 0 ? new KitReading(kit, []) : new KitReading(null, faults);
    }
}

/// <summary>What was read.</summary>
/// <param name="Kit">The kit; null when it has faults.</param>
/// <param name="Faults">Each with its line where it has one; empty when there is a kit.</param>
public sealed record KitReading(StoryKit? Kit, IReadOnlyList<string> Faults);

// Setters, not init: the serialiser would overwrite the defaults of init properties.
/// <summary>A kit as it lies in its file: version 1 of <c>seeds/schemas/kit.schema.json</c>.</summary>
internal sealed record KitFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public required int Version { get; set; }

    public required string Id { get; set; }

    public required string Title { get; set; }

    public IReadOnlyList<string> Lines { get; set; } = [];

    public IReadOnlyList<KitQuestion> Questions { get; set; } = [];

    public IReadOnlyList<string> ToldFirst { get; set; } = [];

    public KitFileConsultation? Consultation { get; set; }

    public StoryKit ToKit() => new()
    {
        Id = Id,
        Title = Title,
        Lines = Lines,
        Questions = Questions,
        ToldFirst = ToldFirst,
        Consultation = Consultation?.ToConsultation(),
    };
}

internal sealed record KitFileConsultation
{
    public string Proposal { get; set; } = "";

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }

    public IReadOnlyList<string> Facts { get; set; } = [];

    public IReadOnlyList<string> HowToAnswer { get; set; } = [];

    public string ConcernsGoTo { get; set; } = "";

    public KitConsultation ToConsultation() =>
        new() { Proposal = Proposal, From = From, To = To, Facts = Facts, HowToAnswer = HowToAnswer, ConcernsGoTo = ConcernsGoTo };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KitFile))]
internal sealed partial class KitFileJson : JsonSerializerContext;
