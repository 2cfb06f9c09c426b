using System.Text.Json;
using System.Text.RegularExpressions;

namespace Comms.Core.Tests.Triage.Policies;

/// <summary>
/// Holds a value to a JSON Schema (2020-12), with the keywords that the schemas of the seeds use. One that it does not
/// know is an error, so that no rule is passed over.
/// </summary>
internal sealed class SchemaReader(JsonElement root)
{
    private static readonly string[] Notes = ["$schema", "$id", "$defs", "title", "description", "default", "format", "then"];

    public bool Holds(JsonElement value) => Holds(root, value);

    private bool Holds(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(rule => Notes.Contains(rule.Name) || Holds(schema, rule, value));

    private bool Holds(JsonElement schema, JsonProperty rule, JsonElement value) => rule.Name switch
    {
        "$ref" => Holds(Find(rule.Value.GetString()!), value),
        "type" => IsOf(rule.Value.GetString()!, value),
        "const" => JsonElement.DeepEquals(rule.Value, value),
        "enum" => rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "anyOf" => rule.Value.EnumerateArray().Any(one => Holds(one, value)),
        "oneOf" => rule.Value.EnumerateArray().Count(one => Holds(one, value)) == 1,
        "not" => !Holds(rule.Value, value),
        "if" => !Holds(rule.Value, value) || Holds(schema.GetProperty("then"), value),
        _ => value.ValueKind switch
        {
            JsonValueKind.Object => HoldsObject(schema, rule, value),
            JsonValueKind.Array => HoldsArray(rule, value),
            JsonValueKind.String => HoldsText(rule, value.GetString()!),
            JsonValueKind.Number => HoldsNumber(rule, value.GetDouble()),
            _ => true,
        },
    };

    private bool HoldsObject(JsonElement schema, JsonProperty rule, JsonElement value) => rule.Name switch
    {
        "required" => rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.EnumerateObject().All(item => !rule.Value.TryGetProperty(item.Name, out var own) || Holds(own, item.Value)),
        "additionalProperties" => value.EnumerateObject().All(item =>
            (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(item.Name, out _))
            || (rule.Value.ValueKind == JsonValueKind.Object && Holds(rule.Value, item.Value))),
        "minProperties" => value.EnumerateObject().Count() >= rule.Value.GetInt32(),
        "maxProperties" => value.EnumerateObject().Count() <= rule.Value.GetInt32(),
        "dependentRequired" => rule.Value.EnumerateObject().All(pair =>
            !value.TryGetProperty(pair.Name, out _) || pair.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _))),
        _ => throw new NotSupportedException(rule.Name),
    };

    private bool HoldsArray(JsonProperty rule, JsonElement value) => rule.Name switch
    {
        "items" => value.EnumerateArray().All(item => Holds(rule.Value, item)),
        "minItems" => value.GetArrayLength() >= rule.Value.GetInt32(),
        "uniqueItems" => value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        _ => throw new NotSupportedException(rule.Name),
    };

    private static bool HoldsText(JsonProperty rule, string text) => rule.Name switch
    {
        "minLength" => text.Length >= rule.Value.GetInt32(),
        "maxLength" => text.Length <= rule.Value.GetInt32(),
        "pattern" => Regex.IsMatch(text, rule.Value.GetString()!),
        _ => throw new NotSupportedException(rule.Name),
    };

    private static bool HoldsNumber(JsonProperty rule, double number) => rule.Name switch
    {
        "minimum" => number >= rule.Value.GetDouble(),
        "maximum" => number <= rule.Value.GetDouble(),
        _ => throw new NotSupportedException(rule.Name),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        _ => throw new NotSupportedException(type),
    };

    private JsonElement Find(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));
}
