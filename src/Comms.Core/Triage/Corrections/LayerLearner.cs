namespace Comms.Core.Triage.Corrections;

/// <summary>
/// Learns the layer by going through the corrections in their order, a few times: the same corrections give the same
/// weights. A passive-aggressive learner: each text moves the weights just so far that it is judged right by a margin,
/// by at most one step. (Crammer, Dekel, Keshet, Shalev-Shwartz and Singer 2006, PA-I.)
/// </summary>
internal sealed class LayerLearner
{
    private const int Rounds = 3;
    private const float Margin = 1;
    private const float MostStep = 0.5f;
    private const float MostStepBeside = 0.1f;
    private const float MostWeight = 1;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<LocalLabel> _labels = [];
    private readonly Dictionary<LocalName, int> _numbers = [];
    private float[] _weights = [];

    /// <param name="lessons">What is learnt from, in the order of the corrections.</param>
    /// <param name="decided">What people said of messages themselves.</param>
    public static CorrectionLayer Learn(IReadOnlyList<Lesson> lessons, IEnumerable<Correction> decided)
    {
        var learner = new LayerLearner();
        learner.Prepare(lessons);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var lesson in lessons)
            {
                learner.Take(lesson);
            }
        }

        return new CorrectionLayer(learner._labels, learner._rows, learner._weights, decided);
    }

    private void Prepare(IReadOnlyList<Lesson> lessons)
    {
        foreach (var lesson in lessons)
        {
            foreach (var name in lesson.Names)
            {
                if (_numbers.TryAdd(name, _labels.Count))
                {
                    _labels.Add(new LocalLabel(name));
                }
            }

            _labels[_numbers[lesson.Name]].Count(lesson.Correction.Number, lesson.Correction.Holds);
            foreach (var other in lesson.Others.Where(other => other.Label == lesson.Correction.Was))
            {
                _labels[_numbers[other]].Count(lesson.Correction.Number, holds: false);
            }

            foreach (var feature in lesson.Beside.SelectMany(features => features).Concat(lesson.Features))
            {
                _rows.TryAdd(feature, _rows.Count);
            }
        }

        _weights = new float[_rows.Count * _labels.Count];
    }

    private void Take(Lesson lesson)
    {
        Step(lesson.Features, _numbers[lesson.Name], lesson.Correction.Holds, MostStep);
        foreach (var other in lesson.Others)
        {
            Step(lesson.Features, _numbers[other], holds: false, MostStep);
        }

        foreach (var beside in lesson.Beside)
        {
            Step(beside, _numbers[lesson.Name], holds: false, MostStepBeside);
        }
    }

    private void Step(ulong[] features, int label, bool holds, float most)
    {
        var sign = holds ? 1 : -1;
        var root = 1 / MathF.Sqrt(Math.Max(1, features.Length));
        var score = 0f;
        foreach (var feature in features)
        {
            score += WeightOf(feature, label) * root;
        }

        var step = Math.Min(most, Margin - (sign * score)) * sign * root;
        if (step * sign <= 0)
        {
            return;
        }

        foreach (var feature in features)
        {
            ref var weight = ref WeightOf(feature, label);
            weight = Math.Clamp(weight + step, -MostWeight, MostWeight);
        }
    }

    private ref float WeightOf(ulong feature, int label) => ref _weights[(_rows[feature] * _labels.Count) + label];
}
