using System.Text;
using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>
/// How large a share of running text a word has, roughly: by its place in a list of common words, as Zipf found (1935),
/// and the same small share for any other. Only the order of sizes matters: it decides where phrases are filed, never
/// whether they match.
/// </summary>
internal sealed class WordShares(string common)
{
    private const double ShareOfOther = 0.00005;

    private readonly Dictionary<ulong, int> _places = common.Split(' ')
        .Select((word, place) => (Hash: TokenBytes.HashOf(Encoding.UTF8.GetBytes(word)), Place: place))
        .DistinctBy(word => word.Hash)
        .ToDictionary(word => word.Hash, word => word.Place);

    public double Of(ReadOnlySpan<byte> token) => _places.TryGetValue(TokenBytes.HashOf(token), out var place) ? 0.2 / (place + 5) : ShareOfOther;
}
