using Comms.Core.Text;

namespace Comms.Core.Triage.Reading;

/// <summary>The tokens near which a person's name may stand: a text without any is not searched for names.</summary>
internal static class NameCues
{
    private static readonly Dictionary<ulong, byte[]> ByHash = Read();

    public static IEnumerable<byte[]> Tokens => ByHash.Values;

    public static bool Is(ulong token) => ByHash.ContainsKey(token);

    private static Dictionary<ulong, byte[]> Read()
    {
        var tokens = new Dictionary<ulong, byte[]>();
        var reader = new TokenReader(string.Join(' ', NameWords.Shipped.Cues));
        while (reader.Read())
        {
            tokens[reader.Hash] = reader.Folded.ToArray();
        }

        return tokens;
    }
}
