using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Calendars;

/// <summary>
/// The bank holidays of each part of the United Kingdom, from dated data. Immutable and safe to share between threads.
/// </summary>
public sealed class BankHolidays
{
    private const string ShippedName = "calendars/bank-holidays.json";
    private static readonly Lazy<BankHolidays> LazyShipped = new(ReadShipped);

    private readonly Dictionary<string, HashSet<DateOnly>> _days;

    private BankHolidays(Dictionary<string, HashSet<DateOnly>> days)
    {
        _days = days;
        FirstYear = days.Values.SelectMany(set => set).Select(day => day.Year).DefaultIfEmpty(0).Min();
        LastYear = days.Values.SelectMany(set => set).Select(day => day.Year).DefaultIfEmpty(-1).Max();
    }

    /// <summary>The holidays in this package; the data name their source and the day they were checked.</summary>
    public static BankHolidays Shipped => LazyShipped.Value;

    /// <summary>The first year that the data cover.</summary>
    public int FirstYear { get; }

    /// <summary>The last year that the data cover.</summary>
    public int LastYear { get; }

    /// <summary>Reads holidays in the form of <c>seeds/calendars/bank-holidays.json</c>.</summary>
    /// <param name="json">UTF-8; read to its end, not closed.</param>
    /// <exception cref="CommsException">The data cannot be read; the message says why.</exception>
    public static BankHolidays Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var file = JsonSerializer.Deserialize(json, BankHolidaysJson.Default.BankHolidaysFile)!;
            return new BankHolidays(file.Divisions.ToDictionary(
                division => division.Key,
                division => division.Value.Select(holiday => holiday.Date).ToHashSet(),
                StringComparer.Ordinal));
        }
        catch (JsonException fault)
        {
            throw new CommsException($"The bank holidays cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Whether a day is a bank holiday in a nation.</summary>
    /// <param name="day">Any day; outside the years covered nothing is known to be a holiday.</param>
    /// <param name="nation"><c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</param>
    public bool Holds(DateOnly day, string nation) =>
        _days.TryGetValue(Division(nation), out var days) && days.Contains(day);

    /// <summary>Whether a day is a bank holiday in any part of the United Kingdom.</summary>
    /// <param name="day">Any day.</param>
    public bool HoldsAnywhere(DateOnly day) => _days.Values.Any(days => days.Contains(day));

    private static string Division(string nation) => nation is "england" or "wales" ? "england-and-wales" : nation;

    private static BankHolidays ReadShipped()
    {
        using var stream = TextData.Open(ShippedName);
        return Read(stream);
    }
}

internal sealed record BankHolidaysFile(int Version, Dictionary<string, List<BankHoliday>> Divisions);

internal sealed record BankHoliday(DateOnly Date, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BankHolidaysFile))]
internal sealed partial class BankHolidaysJson : JsonSerializerContext;
