using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>
/// Names of people, pronouns of the third person, and titles that tell a gender: to the model they are all one word, so
/// that it can neither learn nor judge by who somebody is. Phrases see them as they are. Dated data in
/// <c>seeds/lexicons/people.json</c>. Immutable.
/// </summary>
internal static class PersonWords
{
    /// <summary>In the place of the word's own name in every feature.</summary>
    public const ulong Person = 0x510E527FADE682D1;

    private const string ShippedName = "seeds/lexicons/people.json";
    private static readonly FrozenDictionary<ulong, byte[]> ByHash = Read();

    /// <summary>The words, folded.</summary>
    public static IEnumerable<byte[]> Tokens => ByHash.Values;

    public static bool Is(ulong token) => ByHash.ContainsKey(token);

    /// <summary>What features call a token.</summary>
    public static ulong NameOf(ulong token) => Is(token) ? Person : token;

    private static FrozenDictionary<ulong, byte[]> Read()
    {
        using var stream = typeof(PersonWords).Assembly.GetManifestResourceStream(ShippedName)
            ?? throw new ModelException($"The package lacks its resource {ShippedName}.");
        var file = JsonSerializer.Deserialize(stream, PersonJson.Default.PersonFile)!;
        var tokens = new Dictionary<ulong, byte[]>();
        var reader = new TokenReader(string.Join(' ', file.GivenNames, file.Surnames, file.PronounsAndTitles));
        while (reader.Read())
        {
            tokens[reader.Hash] = reader.Folded.ToArray();
        }

        return tokens.ToFrozenDictionary();
    }
}

internal sealed record PersonFile(int Version, string GivenNames, string Surnames, string PronounsAndTitles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PersonFile))]
internal sealed partial class PersonJson : JsonSerializerContext;
