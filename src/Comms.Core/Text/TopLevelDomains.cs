using System.Text.Json.Serialization;

namespace Comms.Core.Text;

/// <summary>The last parts of host names that platforms take for one where no scheme says so, from dated data.</summary>
internal static class TopLevelDomains
{
    private static readonly HashSet<string> All =
        [.. TextData.Read("platforms/top-level-domains.json", DomainJson.Default.DomainFile).Domains.Split(' ')];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Longest { get; } = All.Max(domain => domain.Length);

    public static bool Has(ReadOnlySpan<char> domain) => Lookup.Contains(domain);

    /// <summary>The length of the longest top-level domain with which the text begins; 0 for none.</summary>
    /// <param name="text">What follows a dot.</param>
    /// <param name="mayEnd">Whether a domain may end before this place of the text.</param>
    public static int At(ReadOnlySpan<char> text, Func<char?, bool> mayEnd)
    {
        for (var length = Math.Min(text.Length, Longest); length > 0; length--)
        {
            if (mayEnd(length < text.Length ? text[length] : null) && Has(text[..length]))
            {
                return length;
            }
        }

        return 0;
    }
}

internal sealed record DomainFile(int Version, string Domains);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DomainFile))]
internal sealed partial class DomainJson : JsonSerializerContext;
