using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>How scenarios are read: strictly, so that a slip of the pen is named and nothing is quietly left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(IsoDuration)],
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    MaxDepth = 24)]
[JsonSerializable(typeof(ScenarioFile))]
[JsonSerializable(typeof(IReadOnlyList<ActFile>))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
