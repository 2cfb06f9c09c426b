using System.Globalization;
using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.ModelBuilder;

/// <summary>Reads the VADER lexicon, its emoji and AFINN into tokens as the library reads them.</summary>
internal sealed class LexiconFiles
{
    private readonly SortedDictionary<ulong, ModelToken> _tokens = [];

    public IReadOnlyList<ModelToken> Tokens => [.. _tokens.Values];

    public LexiconFiles AddVader(string path) => Add(path, (valence, tenths) => valence with { Vader = tenths });

    public LexiconFiles AddAfinn(string path) => Add(path, (valence, tenths) => valence with { Afinn = tenths });

    /// <summary>An emoji feels what the words of its description feel together.</summary>
    public LexiconFiles AddEmoji(string path)
    {
        foreach (var parts in File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length > 1))
        {
            var sum = 0;
            var words = new TokenReader(parts[1]);
            while (words.Read())
            {
                sum += _tokens.TryGetValue(words.Hash, out var word) ? word.Valence.Vader : 0;
            }

            var reader = new TokenReader(parts[0]);
            if (sum != 0 && reader.Read())
            {
                _tokens.TryAdd(reader.Hash, new ModelToken(reader.Folded.ToArray(), reader.Kind, new Valence((sbyte)Math.Clamp(sum, -40, 40), 0)));
            }
        }

        return this;
    }

    private LexiconFiles Add(string path, Func<Valence, sbyte, Valence> with)
    {
        foreach (var parts in File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length > 1))
        {
            var tenths = (sbyte)Math.Round(10 * double.Parse(parts[1], CultureInfo.InvariantCulture));
            var reader = new TokenReader(parts[0]);
            if (!reader.Read() || reader.Kind is not (TokenKind.Word or TokenKind.Emoticon or TokenKind.Symbol))
            {
                continue;
            }

            var (hash, folded, kind) = (reader.Hash, reader.Folded.ToArray(), reader.Kind);
            if (!reader.Read())
            {
                var before = _tokens.TryGetValue(hash, out var known) ? known.Valence : default;
                _tokens[hash] = new ModelToken(folded, kind, with(before, tenths));
            }
        }

        return this;
    }
}
