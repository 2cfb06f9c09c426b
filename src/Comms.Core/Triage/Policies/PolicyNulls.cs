using System.Text.Json;
using Comms.Core.Text;

namespace Comms.Core.Triage.Policies;

/// <summary>Finds every null of a policy: its form has none, and a list with a hole in it says nothing.</summary>
internal static class PolicyNulls
{
    public static IEnumerable<PolicyFault> Find(ReadOnlySpan<byte> json)
    {
        var faults = new List<PolicyFault>();
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(json, options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                faults.Add(new PolicyFault(JsonPlace.At(json, (int)reader.TokenStartIndex), "null stands where a value is expected: leave it out"));
            }
        }

        return faults;
    }
}
