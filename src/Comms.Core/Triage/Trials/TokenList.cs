using Comms.Core.Text;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Trials;

/// <summary>The tokens of a text as the model reads them, one by one. Used again for text after text.</summary>
internal sealed class TokenList(Lexicon lexicon)
{
    private TrialToken[] _tokens = new TrialToken[64];
    private uint[] _features = new uint[1024];
    private int _count;
    private int _featureCount;

    public Span<TrialToken> Items => _tokens.AsSpan(0, _count);

    /// <summary>The features that tokens have by themselves, one token's after the other's.</summary>
    public ReadOnlySpan<uint> Features => _features.AsSpan(0, _featureCount);

    public void Read(string text)
    {
        _count = _featureCount = 0;
        if (text.Length <= TextScan.LongestText)
        {
            ReadPart(text, 0);
        }
        else
        {
            ReadPart(text.AsSpan(0, TextScan.LongestText - TextScan.Tail), 0);
            ReadPart(text.AsSpan(text.Length - TextScan.Tail), text.Length - TextScan.Tail);
        }
    }

    private void ReadPart(ReadOnlySpan<char> text, int offset)
    {
        var begins = true;
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            if (_count == _tokens.Length)
            {
                Array.Resize(ref _tokens, _count * 2);
            }

            var valence = lexicon.Find(reader.Hash);
            _tokens[_count++] = new TrialToken
            {
                At = new Stretch(offset + reader.Start, offset + reader.End),
                Hash = reader.Hash,
                Before = begins ? Boundary.Stop : reader.Before,
                Marks = MarksOf(reader.Hash),
                Valence = valence,
                Own = AddFeatures(in reader, valence),
            };
            begins = false;
        }
    }

    private int AddFeatures(in TokenReader reader, Valence valence)
    {
        const int Most = Models.Features.MostPerToken + 2;
        if (_features.Length < _featureCount + Most)
        {
            Array.Resize(ref _features, _features.Length * 2);
        }

        var into = _features.AsSpan(_featureCount, Most);
        var count = Models.Features.OfToken(in reader.Bytes, reader.Folded.Length, reader.Hash, reader.Kind, into);
        if (!valence.IsEmpty)
        {
            foreach (var feature in ValenceFeatures.Of(valence, negated: false))
            {
                into[count++] = feature;
            }
        }

        _featureCount += count;
        return count;
    }

    private static TokenMarks MarksOf(ulong hash)
    {
        var message = default(MessageFeatures);
        MessageMarks.Note(hash, ref message);
        return (Negation.Is(hash) ? TokenMarks.Negates : TokenMarks.None)
            | (message.Asks ? TokenMarks.Asks : TokenMarks.None)
            | (message.Exclaims ? TokenMarks.Exclaims : TokenMarks.None)
            | (message.Contrasts ? TokenMarks.Contrasts : TokenMarks.None);
    }
}
