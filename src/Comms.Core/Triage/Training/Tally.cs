using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Counts what a head says against what people said, and decides as triage does.</summary>
internal sealed class Tally(string head, HeadKind kind, IReadOnlyList<string> labels)
{
    private readonly Dictionary<string, int> _places = labels.Select((label, i) => (label, i))
        .ToDictionary(pair => pair.label, pair => pair.i, StringComparer.Ordinal);

    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly int[] _support = new int[labels.Count];
    private readonly int[] _given = new int[labels.Count];
    private readonly int[] _hits = new int[labels.Count];
    private readonly bool[] _holds = new bool[labels.Count];
    private readonly CalibrationBins _all = new();
    private readonly CalibrationBins _ofGiven = new();
    private int _examples;
    private int _exact;

    public IReadOnlyList<string> Labels => labels;

    public int PlaceOf(string label) => _places[label];

    public void Add(IReadOnlyList<string> gold, ReadOnlySpan<float> confidences, ReadOnlySpan<float> thresholds)
    {
        var exact = !Count(gold);
        if (kind == HeadKind.OneOf)
        {
            var (winner, share) = Winner(confidences, thresholds);
            exact &= Give(winner, share);
            _all.Add(share, _holds[winner]);
        }
        else
        {
            for (var label = 0; label < labels.Count; label++)
            {
                exact &= confidences[label] >= thresholds[label] ? Give(label, confidences[label]) : !_holds[label];
                _all.Add(confidences[label], _holds[label]);
            }
        }

        _examples++;
        _exact += exact ? 1 : 0;
    }

    public Evaluation ToEvaluation(IReadOnlyList<float> thresholds)
    {
        var known = labels.Select((name, i) => new LabelFigures(name, _support[i], _given[i], _hits[i], thresholds[i]));
        var unknown = _unknown.Select(pair => new LabelFigures(pair.Key, pair.Value, Given: 0, Hits: 0, Threshold: null));
        return new Evaluation
        {
            Head = head,
            Kind = kind,
            Examples = _examples,
            Labels = [.. known.Concat(unknown).OrderBy(label => label.Name, StringComparer.Ordinal)],
            Accuracy = Evaluation.Ratio(_exact, _examples),
            CalibrationError = _all.Error,
            CalibrationErrorOfGiven = _ofGiven.Error,
        };
    }

    /// <summary>Notes what holds; whether any of it is not known to the head.</summary>
    private bool Count(IReadOnlyList<string> gold)
    {
        Array.Clear(_holds);
        var unknown = false;
        foreach (var label in gold.Distinct(StringComparer.Ordinal))
        {
            if (_places.TryGetValue(label, out var place))
            {
                _holds[place] = true;
                _support[place]++;
                continue;
            }

            unknown = true;
            _unknown[label] = _unknown.GetValueOrDefault(label) + 1;
        }

        return unknown;
    }

    private bool Give(int label, float confidence)
    {
        _given[label]++;
        _hits[label] += _holds[label] ? 1 : 0;
        _ofGiven.Add(confidence, _holds[label]);
        return _holds[label];
    }

    private static (int Label, float Share) Winner(ReadOnlySpan<float> confidences, ReadOnlySpan<float> factors)
    {
        var (best, sum) = (0, 0f);
        for (var label = 0; label < confidences.Length; label++)
        {
            sum += confidences[label];
            best = confidences[label] * factors[label] > confidences[best] * factors[best] ? label : best;
        }

        return (best, confidences[best] / sum);
    }
}
