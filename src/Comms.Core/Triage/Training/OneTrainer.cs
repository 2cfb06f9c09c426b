using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Trains a head of which one label holds. Every source of the examples has its own lane for each label; when there are
/// several sources, further lanes tell their customs apart; a last layer, learnt from held-out scores, weighs them so
/// that a rare label is not drowned.
/// </summary>
internal sealed class OneTrainer(TrainingSet set, string[] labels, HeldOut heldOut, int seed)
{
    /// <summary>
    /// How far a rare label is lifted to the weight of a common one. Short of wholly, confidence stays nearer to how often
    /// it is right; customs differ so much that among several sources nothing less will do.
    /// </summary>
    private const float BalanceOfOne = 0.5f;

    private readonly int[] _gold = [.. set.Examples.Select(example => Array.FindIndex(labels, example.Labels.Contains))];
    private readonly string[] _sources = [.. set.Examples.Select(example => example.Source).Distinct().Order(StringComparer.Ordinal)];

    public TrainedHead Train()
    {
        var source = set.Examples.Select(example => Array.IndexOf(_sources, example.Source)).ToArray();
        var customs = _sources.Length > 1 ? CustomsOf(set, _sources) : [];
        var lanes = new List<Separator>();
        var scores = new List<float[]>();
        var expert = customs.Length > 0
            ? new SvmOptions { Seed = seed, RatioPower = 0.5f }
            : new SvmOptions { Seed = seed, Cost = 0.5f };
        for (var i = 0; i < _sources.Length * labels.Length; i++)
        {
            var (own, label) = (i / labels.Length, i % labels.Length);
            Learn(row => source[row] == own && _gold[row] >= 0, [.. _gold.Select(gold => gold == label)], expert);
        }

        var custom = set.Examples.Select(example => CustomOf(example, customs)).ToArray();
        var gate = new SvmOptions { Seed = seed, RatioPower = 0.5f, Balance = 0.5f, Cost = 1 };
        for (var i = 0; i < customs.Length; i++)
        {
            var at = i;
            Learn(_ => true, Array.ConvertAll(custom, own => own == at), gate);
        }

        var (first, last) = Layers(customs, custom, source, scores);
        return new TrainedHead(lanes, (lane, scales) => new Head(
            set.Name, set.Kind, lane, [.. labels.Select(label => new HeadLabel(label, 1, 0, 1, 0, 0.5f))], new Mixture(_sources.Length, customs, scales, first, last)));

        void Learn(Func<int, bool> member, bool[] positive, SvmOptions options)
        {
            scores.Add(heldOut.Score(member, positive, options));
            lanes.Add(heldOut.Train(member, positive, options));
        }
    }

    private (float[] Gate, float[] Last) Layers(Custom[] customs, int[] custom, int[] source, List<float[]> scores)
    {
        var experts = _sources.Length * labels.Length;
        var seen = Enumerable.Range(0, heldOut.Rows).Select(row => scores.Select(lane => lane[row]).ToArray()).ToArray();
        var gate = customs.Length == 0 ? [] : Multinomial.Fit(
            Array.ConvertAll(seen, row => row[experts..]), custom, customs.Length, Array.ConvertAll(custom, own => own < 0 ? 0f : 1));
        var mixture = new Mixture(_sources.Length, customs, [], gate, []);
        var inputs = Array.ConvertAll(seen, row =>
        {
            var weighed = new float[Mixture.InputsOf(_sources.Length, labels.Length, customs.Length)];
            mixture.Weigh(row, -1, weighed);
            return weighed;
        });
        return (gate, Multinomial.Fit(inputs, _gold, labels.Length, Weights(source)));
    }

    /// <summary>Within a source every label weighs the same; a source weighs as many examples as it has, times its weight.</summary>
    private float[] Weights(int[] source)
    {
        var counts = new int[_sources.Length * labels.Length];
        var totals = new int[_sources.Length];
        for (var row = 0; row < _gold.Length; row++)
        {
            if (_gold[row] >= 0)
            {
                counts[(source[row] * labels.Length) + _gold[row]]++;
                totals[source[row]]++;
            }
        }

        var balance = _sources.Length > 1 ? 1 : BalanceOfOne;
        return [.. _gold.Select((gold, row) => gold < 0 ? 0 : WeightOf(source[row])
            * MathF.Pow(totals[source[row]] / (float)(labels.Length * counts[(source[row] * labels.Length) + gold]), balance))];
    }

    private float WeightOf(int source) => set.SourceWeights.GetValueOrDefault(_sources[source], 1);

    /// <summary>A custom for each source, and for each question of it that enough examples answer.</summary>
    private static Custom[] CustomsOf(TrainingSet set, string[] sources) =>
        [.. set.Examples
            .GroupBy(example => new Custom(Array.IndexOf(sources, example.Source), example.Question ?? ""))
            .Select(group => (group.Key, Count: group.Count()))
            .GroupBy(pair => pair.Count >= set.LeastPerCustom ? pair.Key : pair.Key with { Question = "" }, pair => pair.Count)
            .Select(group => group.Key)
            .OrderBy(custom => custom.Source).ThenBy(custom => custom.Question, StringComparer.Ordinal)];

    private int CustomOf(TrainingExample example, Custom[] customs)
    {
        var source = Array.IndexOf(_sources, example.Source);
        var exact = Array.IndexOf(customs, new Custom(source, example.Question ?? ""));
        return exact >= 0 ? exact : Array.IndexOf(customs, new Custom(source, ""));
    }
}
