using System.Text.Json.Serialization;

namespace Comms.Core.RoundUps;

/// <summary>The canonical JSON of editions: members in the order of their declaration, without white space.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EditionContent))]
[JsonSerializable(typeof(StoredEdition))]
internal sealed partial class EditionJson : JsonSerializerContext;
