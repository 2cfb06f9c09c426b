using Comms.Core.Text;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Languages;

/// <summary>
/// Little words that give a language away, each a vote. A text's votes are eight-bit counters in one word, so that
/// counting costs one addition a token; a long text's votes are taken from its first tokens.
/// </summary>
internal sealed class LanguageLists
{
    /// <summary>Tokens whose votes are counted: no counter can overflow.</summary>
    public const int MostVoters = 120;

    private const int MostLanguages = 8;

    private readonly Dictionary<ulong, ulong> _votes = [];

    public LanguageLists(LanguageFile file)
    {
        Names = [.. file.Languages.Keys.Order(StringComparer.Ordinal)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Names.Count, MostLanguages);
        var words = new List<byte[]>();
        for (var i = 0; i < Names.Count; i++)
        {
            var reader = new TokenReader(file.Languages[Names[i]]);
            while (reader.Read())
            {
                _votes[reader.Hash] = _votes.GetValueOrDefault(reader.Hash) + (1UL << (8 * i));
                words.Add(reader.Folded.ToArray());
            }
        }

        Words = words;
    }

    public static LanguageLists Shipped { get; } = new(ShippedSignals.Open("languages", SignalJson.Default.LanguageFile));

    /// <summary>BCP 47 tags; a counter each.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<byte[]> Words { get; }

    public ulong VotesOf(ulong token) => _votes.GetValueOrDefault(token);
}
