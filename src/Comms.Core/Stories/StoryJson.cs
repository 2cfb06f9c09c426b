using System.Text.Json.Serialization;
using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>How exported stories are read and written as JSON, as strictly as documents are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 24)]
[JsonSerializable(typeof(StoryCollection))]
[JsonSerializable(typeof(Block))]
internal sealed partial class StoryJson : JsonSerializerContext;
