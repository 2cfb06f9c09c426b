using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Calendars;

/// <summary>Reads the periods before elections from dated data that name their source. Thread-safe.</summary>
public static class PreElectionPeriods
{
    private const string ShippedName = "calendars/pre-election.json";
    private static readonly Lazy<IReadOnlyList<SensitivePeriod>> LazyShipped = new(ReadShipped);

    /// <summary>The periods in this package. An election that is called later is not among them: add it yourself.</summary>
    public static IReadOnlyList<SensitivePeriod> Shipped => LazyShipped.Value;

    /// <summary>Reads periods in the form of <c>seeds/calendars/pre-election.json</c>.</summary>
    /// <param name="json">UTF-8; read to its end, not closed.</param>
    /// <exception cref="CommsException">The data cannot be read, or a period ends before it begins; the message says which.</exception>
    public static IReadOnlyList<SensitivePeriod> Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var periods = JsonSerializer.Deserialize(json, PreElectionJson.Default.PreElectionFile)!.Periods;
            return periods.FirstOrDefault(period => period.To < period.From) is { } wrong
                ? throw new CommsException($"The pre-election period {wrong.Id} ends before it begins.")
                : periods;
        }
        catch (JsonException fault)
        {
            throw new CommsException($"The pre-election periods cannot be read: {fault.Message}", fault);
        }
    }

    private static IReadOnlyList<SensitivePeriod> ReadShipped()
    {
        using var stream = TextData.Open(ShippedName);
        return Read(stream);
    }
}

internal sealed record PreElectionFile(int Version, List<SensitivePeriod> Periods);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PreElectionFile))]
internal sealed partial class PreElectionJson : JsonSerializerContext;
