using System.Text.Json.Serialization;

namespace Comms.Core.Documents;

/// <summary>
/// How documents are read from and written as JSON. Unknown members, missing or doubled ones and deep nesting are refused.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 16)]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Inline[]))]
internal sealed partial class DocumentJson : JsonSerializerContext;
