using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Reads a text as the model will read it, but names each feature instead of adding up weights.</summary>
/// <param name="lexicon">Words with feeling.</param>
/// <param name="pairs">Which pairs are features; null for all.</param>
/// <param name="bits">The binary logarithm of the number of buckets.</param>
internal sealed class FeatureExtractor(Lexicon lexicon, PairFilter? pairs, int bits)
{
    private readonly uint[] _ofToken = new uint[Features.MostPerToken];
    private readonly byte[] _steps = new byte[MessageProperties.Count];
    private readonly List<uint> _features = [];
    private readonly HashSet<uint> _pairs = [];
    private LetterCounts _personLetters;

    /// <summary>The different pairs of a text.</summary>
    public IReadOnlySet<uint> PairsOf(string text)
    {
        _pairs.Clear();
        _features.Clear();
        ReadTokens(text);
        return _pairs;
    }

    /// <summary>Adds one row. Features of tokens weigh 1 over the root of their number, as the kernel divides.</summary>
    public void Extract(string text, string? question, SparseRows.Builder rows)
    {
        rows.Begin();
        _features.Clear();
        var message = ReadTokens(text);
        var weight = 1f / MathF.Sqrt(Math.Max(1, _features.Count));
        foreach (var feature in _features)
        {
            rows.Add((int)(feature >> (32 - bits)), weight);
        }

        message.Fill(TextShape.Of(text).Without(_personLetters), _steps);
        for (var property = 0; property < _steps.Length; property++)
        {
            foreach (var feature in MessageProperties.Of(property, _steps[property]))
            {
                rows.Add((int)(feature >> (32 - bits)), LinearModel.MessageWeight);
            }
        }

        if (question is not null)
        {
            rows.Add((int)(Features.OfQuestion(question) >> (32 - bits)), LinearModel.QuestionTimes * LinearModel.MessageWeight);
        }
    }

    private MessageFeatures ReadTokens(string text)
    {
        var reader = new TokenReader(text);
        var message = default(MessageFeatures);
        var negation = default(Negation);
        _personLetters = default;
        var previous = Features.SentenceStart;
        while (reader.Read())
        {
            message.CountToken();
            var negated = negation.Enter(reader.Before, Negation.Is(reader.Hash));
            previous = reader.Before == Boundary.Stop ? Features.SentenceStart : previous;
            AddToken(in reader, previous, negated, ref message);
            if (PersonWords.Is(reader.Hash) && reader.Start < TextShape.LongestRead)
            {
                _personLetters += LetterCounts.Of(text.AsSpan()[reader.Start..reader.End]);
            }

            MessageMarks.Note(reader.Hash, ref message);
            previous = PersonWords.NameOf(reader.Hash);
        }

        AddPair(Features.Pair(previous, Features.TextEnd));
        return message;
    }

    private void AddToken(in TokenReader reader, ulong previous, bool negated, ref MessageFeatures message)
    {
        var name = PersonWords.NameOf(reader.Hash);
        if (name == PersonWords.Person)
        {
            _features.Add(Features.Word(name));
        }
        else
        {
            var count = Features.OfToken(in reader.Bytes, reader.Folded.Length, name, reader.Kind, _ofToken);
            _features.AddRange(_ofToken.AsSpan(0, count));
        }

        if (negated)
        {
            _features.Add(Features.Negated(name));
        }

        AddPair(Features.Pair(previous, name));
        var valence = name == PersonWords.Person ? default : lexicon.Find(reader.Hash);
        if (!valence.IsEmpty)
        {
            AddValence(valence, negated);
            message.Add(valence, negated);
        }
    }

    private void AddPair(uint pair)
    {
        if (pairs is null)
        {
            _pairs.Add(pair);
        }

        if (pairs?.Holds(pair) != false)
        {
            _features.Add(pair);
        }
    }

    private void AddValence(Valence valence, bool negated)
    {
        _features.AddRange(ValenceFeatures.Of(valence, negated: false));
        if (negated)
        {
            _features.AddRange(ValenceFeatures.Of(valence, negated: true));
        }
    }
}
