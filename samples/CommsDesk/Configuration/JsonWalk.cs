using System.Globalization;
using System.Text.Json;

namespace CommsDesk.Configuration;

/// <summary>Reads an object of the configuration and notes every fault with its place, instead of stopping at the first.</summary>
internal sealed class JsonWalk(JsonElement element, string place, List<string> faults)
{
    public static JsonWalk? Parse(string json, List<string> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new JsonWalk(document.RootElement.Clone(), "", faults);
            }

            faults.Add("it is not a JSON object");
        }
        catch (JsonException fault)
        {
            faults.Add($"line {(fault.LineNumber ?? 0) + 1}, column {(fault.BytePositionInLine ?? 0) + 1}: it is not JSON");
        }

        return null;
    }

    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name) && property.Name != "$schema")
            {
                faults.Add($"{place}{property.Name}: not known here; known are {string.Join(", ", names)}");
            }
        }
    }

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public string? Text(string name, bool required = false)
    {
        if (element.TryGetProperty(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            {
                return value.GetString();
            }

            faults.Add($"{place}{name}: must be a text");
        }
        else if (required)
        {
            faults.Add($"{place}{name}: is missing");
        }

        return null;
    }

    public int? Number(string name, int least)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least)
        {
            return number;
        }

        faults.Add($"{place}{name}: must be a whole number from {least}");
        return null;
    }

    public bool Flag(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == JsonValueKind.True;
        }

        faults.Add($"{place}{name}: must be true or false");
        return false;
    }

    /// <summary>A day that must be there, as <c>2027-05-06</c>.</summary>
    public DateOnly Day(string name)
    {
        var text = Text(name, required: true);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text is not null)
        {
            Fault(name, $"'{text}' is no day such as 2027-05-06");
        }

        return day;
    }

    /// <summary>The members that are objects themselves, by name.</summary>
    public IEnumerable<(string Name, JsonWalk Value)> Members() => element.EnumerateObject()
        .Select(member => (member.Name, Value: Object(member.Name)!)).Where(member => member.Value is not null);

    /// <summary>The members, each a text, by name.</summary>
    public Dictionary<string, string> TextsByName() =>
        element.EnumerateObject().Select(member => (member.Name, Value: Text(member.Name))).Where(member => member.Value is not null)
            .ToDictionary(member => member.Name, member => member.Value!, StringComparer.Ordinal);

    public IReadOnlyList<string> Texts(string name) =>
    [
        .. Items(name, JsonValueKind.String, "texts").Select(item => item.Element.GetString()!),
    ];

    public IEnumerable<JsonWalk> Objects(string name) =>
        Items(name, JsonValueKind.Object, "objects").Select(item => new JsonWalk(item.Element, $"{item.Place}.", faults));

    public JsonWalk? Object(string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonWalk(value, $"{place}{name}.", faults);
        }

        faults.Add($"{place}{name}: must be an object");
        return null;
    }

    public void Fault(string name, string reason) => faults.Add($"{place}{name}: {reason}");

    private IEnumerable<(JsonElement Element, string Place)> Items(string name, JsonValueKind kind, string what)
    {
        if (!element.TryGetProperty(name, out var list))
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            faults.Add($"{place}{name}: must be a list of {what}");
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = $"{place}{name}[{index++}]";
            if (item.ValueKind == kind)
            {
                yield return (item, at);
            }
            else
            {
                faults.Add($"{at}: must be one of the {what}");
            }
        }
    }
}
