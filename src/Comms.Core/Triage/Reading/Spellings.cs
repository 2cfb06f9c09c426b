using System.Text.Json.Serialization;
using Comms.Core.Text;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>Words of dialect and common spellings, each with the token of its standard word. Dated data in <c>seeds/lexicons/spellings.json</c>.</summary>
internal static class Spellings
{
    private static readonly (byte[] Said, byte[] Standard)[] Pairs = Read();

    public static IEnumerable<byte[]> StandardTokens => Pairs.Select(pair => pair.Standard);

    public static IReadOnlyList<(ulong Hash, ulong Standard)> All { get; } =
        [.. Pairs.Select(pair => (TokenBytes.HashOf(pair.Said), TokenBytes.HashOf(pair.Standard)))];

    private static (byte[], byte[])[] Read()
    {
        var file = ShippedSignals.Open("spellings", SpellingJson.Default.SpellingFile);
        return [.. file.Spellings.Select(pair => (Fold(pair.Key), Fold(pair.Value)))];
    }

    private static byte[] Fold(string word)
    {
        var reader = new TokenReader(word);
        reader.Read();
        return reader.Folded.ToArray();
    }
}

internal sealed record SpellingFile(int Version, IReadOnlyDictionary<string, string> Spellings);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SpellingFile))]
internal sealed partial class SpellingJson : JsonSerializerContext;
