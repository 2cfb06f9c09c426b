using Comms.Core.Text;

namespace Comms.Core.Triage.Reading;

/// <summary>The tokens near which a person's name may stand: a text without any is not searched for names.</summary>
internal static class NameCues
{
    private static readonly Dictionary<ulong, byte[]> ByHash = FoldedWords.Of(string.Join(' ', NameWords.Shipped.Cues));

    public static IEnumerable<byte[]> Tokens => ByHash.Values;

    public static bool Is(ulong token) => ByHash.ContainsKey(token);
}
