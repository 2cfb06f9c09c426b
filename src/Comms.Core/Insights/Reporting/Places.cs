using System.Text.Json;

namespace Comms.Core.Insights.Reporting;

/// <summary>Where places lie, read from a GeoJSON file of the user's own: points or boundaries. Immutable and thread-safe.</summary>
public sealed class Places
{
    private readonly Dictionary<string, JsonElement> _geometries;

    private Places(Dictionary<string, JsonElement> geometries, IReadOnlyList<string> faults)
    {
        _geometries = geometries;
        Faults = faults;
    }

    /// <summary>No place is known.</summary>
    public static Places None { get; } = new([], []);

    /// <summary>What in the file is no place, and why. The others are there.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>
    /// Reads a FeatureCollection of RFC 7946: each feature is a place, called by its property <c>name</c>. Names are compared
    /// without regard to case.
    /// </summary>
    /// <param name="geoJson">In UTF-8; stays open.</param>
    /// <exception cref="FormatException">It is no FeatureCollection; the message says why.</exception>
    public static Places Read(Stream geoJson)
    {
        try
        {
            using var document = JsonDocument.Parse(geoJson);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root
                && Text(root, "type") == "FeatureCollection"
                && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array)
            {
                return Of(features);
            }
        }
        catch (JsonException fault)
        {
            throw new FormatException($"line {(fault.LineNumber ?? 0) + 1}: it is no JSON", fault);
        }

        throw new FormatException("it is no GeoJSON FeatureCollection");
    }

    /// <summary>Where a place lies; null when the file does not say.</summary>
    internal JsonElement? Find(string name) => _geometries.TryGetValue(name, out var geometry) ? geometry : null;

    private static Places Of(JsonElement features)
    {
        var geometries = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<string>();
        foreach (var (at, feature) in features.EnumerateArray().Index())
        {
            if (FaultOf(feature, geometries) is { } fault)
            {
                faults.Add(FormattableString.Invariant($"features[{at}]: {fault}"));
            }
        }

        return new Places(geometries, faults);
    }

    private static string? FaultOf(JsonElement feature, Dictionary<string, JsonElement> geometries)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object || Text(properties, "name") is not { } name)
        {
            return "it has no property \"name\"";
        }

        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || Text(geometry, "type") is null)
        {
            return $"{name} has no geometry";
        }

        return geometries.TryAdd(name, geometry.Clone()) ? null : $"{name} stands twice";
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
