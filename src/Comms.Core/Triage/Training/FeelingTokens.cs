using System.Text;
using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Turns words with feeling into the tokens that a reader meets; entries that read alike are one.</summary>
internal static class FeelingTokens
{
    public static ModelToken[] Of(IEnumerable<FeelingWord> words)
    {
        var tokens = new SortedDictionary<ulong, ModelToken>();
        foreach (var (word, token) in words.Select(word => (word, Token(word))).OrderBy(pair => IsSpelledAsRead(pair.word, pair.Item2)))
        {
            if (token is { } read)
            {
                tokens[read.Hash] = tokens.TryGetValue(read.Hash, out var before) ? Join(before, read) : read;
            }
        }

        return [.. tokens.Values];
    }

    /// <summary>":)" is what every such face is read as, so that its own entry counts and not that of a rarer drawing.</summary>
    private static bool IsSpelledAsRead(FeelingWord word, ModelToken? token) =>
        token is { } read && read.Folded.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(word.Text));

    private static ModelToken? Token(FeelingWord word)
    {
        var reader = new TokenReader(word.Text);
        if (!reader.Read() || reader.Kind is not (TokenKind.Word or TokenKind.Emoticon or TokenKind.Symbol))
        {
            return null;
        }

        var token = new ModelToken(reader.Folded.ToArray(), reader.Kind, new Valence(Tenths(word.Vader, 40), Tenths(word.Afinn, 50)));
        return reader.Read() || token.Valence.IsEmpty ? null : token;
    }

    private static ModelToken Join(ModelToken before, ModelToken later) => before with
    {
        Valence = new Valence(
            later.Valence.Vader != 0 ? later.Valence.Vader : before.Valence.Vader,
            later.Valence.Afinn != 0 ? later.Valence.Afinn : before.Valence.Afinn),
    };

    private static sbyte Tenths(float value, int most) => (sbyte)Math.Clamp(MathF.Round(value * 10), -most, most);
}
