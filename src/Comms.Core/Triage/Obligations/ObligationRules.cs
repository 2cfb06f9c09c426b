using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Triage.Obligations;

/// <summary>
/// The duties that the law puts on an answer, from dated data: each with its nations, its days and its source.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class ObligationRules
{
    private const string ShippedName = "rules/obligations.json";
    private static readonly Lazy<ObligationRules> LazyShipped = new(ReadShipped);

    private ObligationRules(IReadOnlyList<ObligationRule> rules) => Rules = rules;

    /// <summary>The rules in this package; the data name their sources and the day each was checked.</summary>
    public static ObligationRules Shipped => LazyShipped.Value;

    internal IReadOnlyList<ObligationRule> Rules { get; }

    /// <summary>Reads rules in the form of <c>seeds/rules/obligations.json</c>.</summary>
    /// <param name="json">UTF-8; read to its end, not closed.</param>
    /// <exception cref="CommsException">The data cannot be read; the message says why.</exception>
    public static ObligationRules Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return new ObligationRules(JsonSerializer.Deserialize(json, ObligationJson.Default.ObligationFile)!.Rules);
        }
        catch (JsonException fault)
        {
            throw new CommsException($"The rules of obligations cannot be read: {fault.Message}", fault);
        }
    }

    private static ObligationRules ReadShipped()
    {
        using var stream = TextData.Open(ShippedName);
        return Read(stream);
    }
}

/// <summary>One duty: for a kind of message, in some nations, from a day on; in working days or in months.</summary>
internal sealed record ObligationRule(
    string Id, IReadOnlyList<string> Nations, string Kind, string Act, DateOnly From, string Source)
{
    public int? WorkingDays { get; set; }

    public int? Months { get; set; }

    public string Excludes { get; set; } = "bank-holidays-of-the-nation";

    /// <summary><c>next-working-day</c>: a last day on which nobody works moves on to one on which people do.</summary>
    public string? EndsOn { get; set; }

    /// <summary>What becomes of the clock when whoever wrote is asked what they want; null when the rule does not say, and it runs on.</summary>
    public Clarification? Clarification { get; set; }

    /// <summary>The last day on which the rule holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>What becomes of a clock while whoever wrote is asked what they want.</summary>
internal enum Clarification
{
    /// <summary>It begins anew on the day they say it.</summary>
    [JsonStringEnumMemberName("restarts")]
    Restarts,

    /// <summary>The days from asking to the answer, both of them, do not count.</summary>
    [JsonStringEnumMemberName("does-not-count")]
    DoesNotCount,
}

internal sealed record ObligationFile(int Version, IReadOnlyList<ObligationRule> Rules);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ObligationFile))]
internal sealed partial class ObligationJson : JsonSerializerContext;
