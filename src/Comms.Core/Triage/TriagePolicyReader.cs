using System.Text.Json;
using Comms.Core.Text;
using Comms.Core.Triage.Policies;

namespace Comms.Core.Triage;

/// <summary>Reads a policy and names every fault at once, each with its line.</summary>
public static class TriagePolicyReader
{
    /// <summary>Reads a policy in the form of <c>seeds/schemas/policy.schema.json</c>, version 1.</summary>
    /// <param name="json">UTF-8, with or without a byte-order mark.</param>
    public static PolicyReading Read(ReadOnlyMemory<byte> json)
    {
        json = JsonText.WithoutMark(json);
        try
        {
            if (PolicyNulls.Find(json.Span).ToArray() is { Length: > 0 } nulls)
            {
                return new PolicyReading(null, nulls);
            }

            var file = JsonSerializer.Deserialize(json.Span, PolicyJson.Default.PolicyFile);
            return Check(file!, json.Span);
        }
        catch (JsonException fault)
        {
            return new PolicyReading(null, [new PolicyFault((int)(fault.LineNumber ?? 0) + 1, Plain(fault))]);
        }
    }

    private static PolicyReading Check(PolicyFile file, ReadOnlySpan<byte> json)
    {
        var faults = new List<PolicyFault>();
        foreach (var (words, reason) in new PolicyChecks(file).Faults())
        {
            faults.Add(new PolicyFault(JsonPlace.Of(json, words), reason));
        }

        return faults.Count > 0 ? new PolicyReading(null, [.. faults.OrderBy(fault => fault.Line)]) : new PolicyReading(new TriagePolicy(file), []);
    }

    private static string Plain(JsonException fault) => $"{fault.Path}: {fault.Message}";
}
