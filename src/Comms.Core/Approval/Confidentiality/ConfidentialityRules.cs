using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Approval.Confidentiality;

/// <summary>The dated rules of <c>seeds/rules/confidentiality.json</c>.</summary>
internal sealed record ConfidentialityRules
{
    private static readonly Lazy<ConfidentialityRules> LazyShipped =
        new(() => TextData.Read("rules/confidentiality.json", ConfidentialityJson.Default.ConfidentialityRules));

    public static ConfidentialityRules Shipped => LazyShipped.Value;

    /// <summary>Kinds of personal data that no post carries, and what they are called.</summary>
    public required IReadOnlyDictionary<string, string> Identifiers { get; init; }

    /// <summary>Forms that quote what is on record.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>Forms that say that someone is or was a patient.</summary>
    public required IReadOnlyList<string> Confirms { get; init; }

    /// <summary>Forms that say so to the person addressed; to everyone they are advice ("bring a friend to your appointment").</summary>
    public required IReadOnlyList<string> ConfirmsWhenAddressed { get; init; }

    /// <summary>First words of a post to one person; a handle in front is another sign.</summary>
    public required HashSet<string> Greetings { get; init; }

    /// <summary>Words before the name of someone who gives care.</summary>
    public required HashSet<string> StaffTitles { get; init; }

    /// <summary>Words of care given: none stands in a sentence with a person's name.</summary>
    public required HashSet<string> Care { get; init; }

    /// <summary>What can be said instead, by language.</summary>
    public required IReadOnlyDictionary<string, string> Neutral { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConfidentialityRules))]
internal sealed partial class ConfidentialityJson : JsonSerializerContext;
