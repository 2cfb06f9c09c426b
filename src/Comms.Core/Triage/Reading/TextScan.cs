using Comms.Core.Text;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// The one pass over a text, block by block: gathers the rows of weights that speak for it and adds them up, marks words
/// of phrases, counts votes for a language. Linear in the text; allocates nothing. Measured by the class TriageBenchmarks.
/// </summary>
internal sealed class TextScan
{
    /// <summary>In UTF-16 units: a longer text is read at its head and at its tail.</summary>
    public const int LongestText = 16_384;

    /// <summary>How much of that is its tail.</summary>
    public const int Tail = 4_096;

    private readonly PairFilter _pairs;
    private readonly PhraseMachine _phrases;
    private readonly SignalTable _signals;
    private readonly WeightTable _weights;
    private readonly MessageTable _messages;
    private readonly TokenTable _tokens;

    public TextScan(TriageModel model, PhraseMachine phrases, SignalTable signals, LanguageLists languages)
    {
        (_pairs, _phrases, _signals) = (model.Pairs, phrases, signals);
        _weights = new WeightTable(model);
        _messages = new MessageTable(_weights);
        _tokens = TokenTable.Build(model, _weights, phrases, languages);
    }

    public int Stride => _weights.Stride;

    /// <param name="text">The text.</param>
    /// <param name="question">What it answers; null when that is not known.</param>
    /// <param name="state">Where all goes.</param>
    public void Read(ReadOnlySpan<char> text, string? question, ScanState state)
    {
        state.Begin(_signals);
        if (text.Length <= LongestText)
        {
            ReadPart(text, 0, state);
        }
        else
        {
            state.Cut = true;
            ReadPart(text[..(LongestText - Tail)], 0, state);
            ReadPart(text[^Tail..], text.Length - Tail, state);
        }

        var shape = TextShape.Of(text).Without(state.PersonLetters);
        state.Tagged = shape.Tagged;
        state.CountMarks(text, in shape);
        state.AddMessageRows(_messages, in shape);
        if (question is not null)
        {
            state.AddQuestion(_weights, Features.OfQuestion(question));
        }

        state.Score(_weights);
        _phrases.Find(state.Marks.Items, state.Marks.Hits, state.Matches);
        state.Matches.Excuse();
    }

    private void ReadPart(ReadOnlySpan<char> text, int offset, ScanState state)
    {
        var reader = new WideReader(text);
        var context = new TokenContext { Previous = Features.SentenceStart };
        state.Marks.EndSentence();
        while (state.Block.Fill(ref reader))
        {
            _tokens.Find(state.Block.Tokens);
            foreach (ref readonly var token in state.Block.Tokens)
            {
                AddToken(in token, text, offset, ref context, state);
            }

            state.AddRows(_tokens, _weights);
        }

        AddPair(Features.Pair(context.Previous, Features.TextEnd), state);
        state.AddRows(_tokens, _weights);
        state.SawDigitOrAt |= reader.SawDigitOrAt;
        state.ForeignLetters += reader.ForeignLetters;
        state.ForeignSample = reader.ForeignLetters > 0 ? reader.ForeignSample : state.ForeignSample;
    }

    private void AddToken(in BlockToken token, ReadOnlySpan<char> text, int offset, ref TokenContext context, ScanState state)
    {
        var entry = token.Entry >= 0 ? token.Entry : Meant(in token, text);
        var traits = token.Entry < 0 && entry >= 0 ? _tokens[entry].Traits : token.Traits;
        var negated = context.Negation.Enter(token.Before, (traits & TokenTraits.Negates) != 0);
        if (token.Before == Boundary.Stop)
        {
            context.Previous = Features.SentenceStart;
            state.Marks.EndSentence();
        }

        state.Message.CountToken();
        state.Words += token.Kind == TokenKind.Word ? 1 : 0;
        var word = entry >= 0
            ? AddKnown(entry, negated, state)
            : AddUnknown(text[token.Start..token.End], state);
        FeelingWords.Add(in token, _tokens, text, ref state.Feeling);
        Mark(word, in token, offset, negated, state.Marks);
        var isPerson = (traits & TokenTraits.Person) != 0;
        var name = isPerson ? PersonWords.Person : token.Entry < 0 && entry >= 0 ? _tokens[entry].Hash : token.Hash;
        if (isPerson && offset + token.Start < TextShape.LongestRead)
        {
            state.PersonLetters += LetterCounts.Of(text[token.Start..token.End]);
        }

        if (negated)
        {
            AddOne(Features.Negated(name), state);
        }

        AddPair(Features.Pair(context.Previous, name), state);
        context.Previous = name;
    }

    /// <summary>A word in no table may be a known one with a slip; one with a capital inside a sentence may be a name.</summary>
    private int Meant(in BlockToken token, ReadOnlySpan<char> text)
    {
        if (_tokens.Respelling.Listed(token.Hash) is >= 0 and var listed)
        {
            return listed;
        }

        if (token.Kind != TokenKind.Word || token.End - token.Start < Respelling.Shortest || (char.IsUpper(text[token.Start]) && token.Start > 0 && token.Before != Boundary.Stop))
        {
            return -1;
        }

        var reader = new TokenReader(text[token.Start..token.End]);
        reader.Read();
        return _tokens.Respelling.Find(token.Hash, reader.Folded);
    }

    private int AddKnown(int known, bool negated, ScanState state)
    {
        ref readonly var entry = ref _tokens[known];
        state.TokenRows.Add(_tokens.RowOf(known));
        state.Features += entry.Features;
        if (entry.Traits != TokenTraits.None)
        {
            Note(entry.Traits, state);
        }

        if (state.Message.Tokens <= LanguageLists.MostVoters)
        {
            state.Votes += entry.Votes;
        }

        if (!entry.Valence.IsEmpty)
        {
            AddValence(entry.Valence, negated, state);
        }

        return entry.Word;
    }

    private static void Note(TokenTraits traits, ScanState state)
    {
        state.Message.Asks |= (traits & TokenTraits.Asks) != 0;
        state.Message.Exclaims |= (traits & TokenTraits.Exclaims) != 0;
        if ((traits & TokenTraits.Contrasts) != 0)
        {
            state.Message.Contrasts = true;
            state.Feeling.Contrast();
        }

        state.Known += (traits & TokenTraits.InModel) != 0 ? 1 : 0;
        state.SawNameCue |= (traits & TokenTraits.Introduces) != 0;
    }

    private void AddValence(Valence valence, bool negated, ScanState state)
    {
        state.Message.Add(valence, negated);
        if (!negated)
        {
            return;
        }

        if (valence.Vader != 0)
        {
            AddOne(Features.Valence(Valence.VaderLexicon, valence.VaderStep, negated: true), state);
        }

        if (valence.Afinn != 0)
        {
            AddOne(Features.Valence(Valence.AfinnLexicon, valence.AfinnStep, negated: true), state);
        }
    }

    /// <summary>A token that no table knows is read again, for its letters.</summary>
    private int AddUnknown(ReadOnlySpan<char> token, ScanState state)
    {
        var reader = new TokenReader(token);
        reader.Read();
        Span<uint> features = stackalloc uint[Features.MostPerToken];
        var count = Features.OfToken(in reader.Bytes, reader.Folded.Length, reader.Hash, reader.Kind, features);
        foreach (var feature in features[..count])
        {
            state.FeatureRows.Add(_weights.RowOf(feature));
        }

        state.Features += count;
        state.Strange += reader.Kind is TokenKind.Handle or TokenKind.Link ? 1 : 0;
        return _phrases.WordByBeginning(reader.Folded);
    }

    private void Mark(int word, in BlockToken token, int offset, bool negated, PhraseMarks marks)
    {
        var mark = new TokenMark
        {
            Word = word,
            Start = offset + token.Start,
            End = offset + token.End,
            Sentence = marks.Sentence,
            Negated = negated,
        };
        marks.Add(in mark, _phrases.IsFiledUnder(word), _phrases.MayBeFiledUnder(marks.Last, word));
    }

    private void AddPair(uint pair, ScanState state)
    {
        if (_pairs.Holds(pair))
        {
            AddOne(pair, state);
        }
    }

    private void AddOne(uint feature, ScanState state)
    {
        state.FeatureRows.Add(_weights.RowOf(feature));
        state.Features++;
    }

    /// <summary>What a token's features take from those before it.</summary>
    private struct TokenContext
    {
        public Negation Negation;
        public ulong Previous;
    }
}
