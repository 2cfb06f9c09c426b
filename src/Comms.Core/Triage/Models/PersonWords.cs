using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Comms.Core.Text;
using Comms.Core.Triage.Signals;

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

    private static readonly FrozenDictionary<ulong, byte[]> ByHash = Read();

    /// <summary>The words, folded.</summary>
    public static IEnumerable<byte[]> Tokens => ByHash.Values;

    public static bool Is(ulong token) => ByHash.ContainsKey(token);

    /// <summary>What features call a token.</summary>
    public static ulong NameOf(ulong token) => Is(token) ? Person : token;

    private static FrozenDictionary<ulong, byte[]> Read()
    {
        var file = ShippedSignals.Open("people", PersonJson.Default.PersonFile);
        return FoldedWords.Of(string.Join(' ', file.GivenNames, file.Surnames, file.PronounsAndTitles)).ToFrozenDictionary();
    }
}

internal sealed record PersonFile(int Version, string GivenNames, string Surnames, string PronounsAndTitles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PersonFile))]
internal sealed partial class PersonJson : JsonSerializerContext;
