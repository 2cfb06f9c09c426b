using Comms.Core.Text;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>Adds up what each known token means, once, before any message comes.</summary>
internal sealed class TokenEntryBuilder(WeightTable weights, PhraseMachine phrases, LanguageLists languages)
{
    private readonly uint[] _features = new uint[Features.MostPerToken];

    /// <summary>Gives a token's entry, and fills in its weights in every lane.</summary>
    public TokenEntry Build(ModelToken token, bool inModel, Span<short> sum)
    {
        var entry = new TokenEntry
        {
            Hash = token.Hash,
            Cue = Cues.Of(token.Hash),
            Votes = languages.VotesOf(token.Hash),
            Valence = PersonWords.Is(token.Hash) ? default : token.Valence,
            Traits = Traits(token.Hash) | ((inModel && token.Kind == TokenKind.Word) || PersonWords.Is(token.Hash) ? TokenTraits.InModel : TokenTraits.None),
        };
        entry.Word = phrases.WordOf(token.Folded, token.Hash);
        if (entry.Word == 0 && PersonWords.Is(token.Hash))
        {
            // "Tom hits me" is "he hits me".
            entry.Word = phrases.WordOf("he"u8, TokenBytes.HashOf("he"u8));
        }

        entry.Traits |= phrases.IsFiledUnder(entry.Word) ? TokenTraits.Files : TokenTraits.None;
        entry.Features = (byte)AddUp(token, sum);
        return entry;
    }

    private int AddUp(ModelToken token, Span<short> sum)
    {
        if (PersonWords.Is(token.Hash))
        {
            weights.Add(Features.Word(PersonWords.Person), sum);
            return 1;
        }

        TokenBytes bytes = default;
        bytes[0] = TokenBytes.StartMark;
        token.Folded.CopyTo(((Span<byte>)bytes)[1..]);
        bytes[token.Folded.Length + 1] = TokenBytes.EndMark;
        var count = Features.OfToken(in bytes, token.Folded.Length, token.Hash, token.Kind, _features);
        foreach (var feature in _features.AsSpan(0, count))
        {
            weights.Add(feature, sum);
        }

        foreach (var feature in ValenceFeatures.Of(token.Valence, negated: false))
        {
            weights.Add(feature, sum);
            count++;
        }

        return count;
    }

    private static TokenTraits Traits(ulong hash)
    {
        var message = default(MessageFeatures);
        MessageMarks.Note(hash, ref message);
        return (PersonWords.Is(hash) ? TokenTraits.Person : TokenTraits.None)
            | (NameCues.Is(hash) ? TokenTraits.Introduces : TokenTraits.None)
            | (Negation.Is(hash) ? TokenTraits.Negates : TokenTraits.None)
            | (message.Asks ? TokenTraits.Asks : TokenTraits.None)
            | (message.Exclaims ? TokenTraits.Exclaims : TokenTraits.None)
            | (message.Contrasts ? TokenTraits.Contrasts : TokenTraits.None);
    }
}
