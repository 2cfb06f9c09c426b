using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Reads a text as the model will read it, but names each feature instead of adding up weights.</summary>
internal sealed class FeatureExtractor(Lexicon lexicon, int bits)
{
    private readonly uint[] _ofToken = new uint[Features.MostPerToken];
    private readonly uint[] _ofMessage = new uint[MessageFeatures.Count];
    private readonly List<uint> _features = [];

    /// <summary>Adds one row. Features of tokens weigh 1 over the root of their number, as the kernel divides.</summary>
    public void Extract(string text, SparseRows.Builder rows)
    {
        rows.Begin();
        _features.Clear();
        var message = ReadTokens(text);
        var weight = 1f / MathF.Sqrt(Math.Max(1, _features.Count));
        foreach (var feature in _features)
        {
            rows.Add((int)(feature >> (32 - bits)), weight);
        }

        message.Fill(_ofMessage);
        foreach (var feature in _ofMessage)
        {
            rows.Add((int)(feature >> (32 - bits)), LinearModel.MessageWeight);
        }
    }

    private MessageFeatures ReadTokens(string text)
    {
        var reader = new TokenReader(text);
        var message = default(MessageFeatures);
        var negation = default(Negation);
        var previous = 0UL;
        while (reader.Read())
        {
            message.CountToken();
            var negated = negation.Enter(reader.Before, Negation.Is(reader.Hash));
            previous = reader.Before == Boundary.Stop ? 0 : previous;
            AddToken(in reader, previous, negated, ref message);
            MessageMarks.Note(reader.Hash, ref message);
            previous = reader.Hash;
        }

        return message;
    }

    private void AddToken(in TokenReader reader, ulong previous, bool negated, ref MessageFeatures message)
    {
        var count = Features.OfToken(in reader.Bytes, reader.Folded.Length, reader.Hash, reader.Kind, _ofToken);
        _features.AddRange(_ofToken.AsSpan(0, count));
        if (negated)
        {
            _features.Add(Features.Negated(reader.Hash));
        }

        if (previous != 0)
        {
            _features.Add(Features.Pair(previous, reader.Hash));
        }

        var valence = lexicon.Find(reader.Hash);
        if (!valence.IsEmpty)
        {
            AddValence(valence, negated);
            message.Add(valence, negated);
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
