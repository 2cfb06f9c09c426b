using Comms.Core.Text;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// The one pass over a text: adds up weights in every lane, steps the phrases, counts votes for a language. Linear in
/// the text; allocates nothing. Measured by the class TriageBenchmarks.
/// </summary>
internal sealed class TextScan(TriageModel model, PhraseMachine phrases, SignalTable signals, LanguageLists languages)
{
    /// <summary>In UTF-16 units: a longer text is read at its head and at its tail.</summary>
    public const int LongestText = 16_384;

    private const int Tail = 4_096;

    /// <summary>Besides its own row: a pair, a negation, and two entries of lexicons turned round by it.</summary>
    private const int RowsOfContext = 4;

    private readonly WeightTable _weights = new(model);
    private readonly MessageTable _messages = new(new WeightTable(model));
    private readonly TokenTable _tokens = TokenTable.Build(model, new WeightTable(model), phrases, languages);

    public int Lanes => _weights.Lanes;

    public int Stride => _weights.Stride;

    public void Read(ReadOnlySpan<char> text, ScanState state)
    {
        state.Begin(signals);
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

        var shape = TextShape.Of(text);
        state.Tagged = shape.Tagged;
        _messages.Add(in state.Message, in shape, state.MessageSum);
        foreach (var hit in state.Marks.Hits)
        {
            phrases.Find(state.Marks.Items, hit, state.Matches);
        }

        state.Matches.Excuse();
    }

    private void ReadPart(ReadOnlySpan<char> text, int offset, ScanState state)
    {
        var reader = new TokenReader(text);
        var negation = default(Negation);
        var previous = Features.SentenceStart;
        state.Marks.EndSentence();
        while (reader.Read())
        {
            var at = _tokens.Find(reader.Hash);
            var negated = negation.Enter(reader.Before, at >= 0 && (_tokens[at].Traits & TokenTraits.Negates) != 0);
            if (reader.Before == Boundary.Stop)
            {
                previous = Features.SentenceStart;
                state.Marks.EndSentence();
            }

            state.Message.CountToken();
            if (at >= 0)
            {
                AddKnown(in _tokens[at], in reader, offset, negated, state);
            }
            else
            {
                AddUnknown(in reader, offset, negated, state);
            }

            AddContext(reader.Hash, previous, negated, state);
            previous = reader.Hash;
            state.Words += reader.Kind == TokenKind.Word ? 1 : 0;
        }

        state.Spend(sbyte.MaxValue);
        AddOne(Features.Pair(previous, Features.TextEnd), state);
        state.Flush();
        state.SawDigitOrAt |= reader.SawDigitOrAt;
        state.ForeignLetters += reader.ForeignLetters;
        state.ForeignSample = reader.ForeignLetters > 0 ? reader.ForeignSample : state.ForeignSample;
    }

    private void AddKnown(ref readonly TokenEntry entry, in TokenReader reader, int offset, bool negated, ScanState state)
    {
        state.Spend(_tokens.Largest + (RowsOfContext * 128));
        WeightTable.Add(_tokens.Vectors.Slice(entry.Vector, _weights.Stride), state.Sum);
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

        state.Marks.Add(entry.Word, offset + reader.Start, offset + reader.End, negated, (entry.Traits & TokenTraits.Files) != 0);
    }

    private static void Note(TokenTraits traits, ScanState state)
    {
        state.Message.Asks |= (traits & TokenTraits.Asks) != 0;
        state.Message.Exclaims |= (traits & TokenTraits.Exclaims) != 0;
        if ((traits & TokenTraits.Contrasts) != 0)
        {
            state.Message.Contrast();
        }

        state.Message.Boost((traits & TokenTraits.Boosts) != 0, (traits & TokenTraits.Dampens) != 0);
        state.Known += (traits & TokenTraits.InModel) != 0 ? 1 : 0;
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

    private void AddUnknown(in TokenReader reader, int offset, bool negated, ScanState state)
    {
        Span<uint> features = stackalloc uint[Features.MostPerToken];
        var count = Features.OfToken(in reader.Bytes, reader.Folded.Length, reader.Hash, reader.Kind, features);
        state.Spend((count + RowsOfContext) * 128);
        foreach (var feature in features[..count])
        {
            _weights.Add(feature, state.Sum);
        }

        state.Features += count;
        state.Strange += reader.Kind is TokenKind.Handle or TokenKind.Link ? 1 : 0;
        var word = phrases.WordByBeginning(reader.Folded);
        state.Marks.Add(word, offset + reader.Start, offset + reader.End, negated, phrases.IsFiledUnder(word));
    }

    private void AddContext(ulong token, ulong previous, bool negated, ScanState state)
    {
        if (negated)
        {
            AddOne(Features.Negated(token), state);
        }

        AddOne(Features.Pair(previous, token), state);
    }

    private void AddOne(uint feature, ScanState state)
    {
        _weights.Add(feature, state.Sum);
        state.Features++;
    }

    /// <summary>Adds the question that the message answers, when it is known.</summary>
    public void AddQuestion(string question, ScanState state)
    {
        var feature = Features.OfQuestion(question);
        for (var time = 0; time < LinearModel.QuestionTimes; time++)
        {
            _weights.Add(feature, state.MessageSum);
        }
    }
}
