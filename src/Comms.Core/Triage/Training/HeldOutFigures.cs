using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// How a set's head may be expected to do: models are trained without a fifth of the texts and judge that fifth, each
/// text once, with nothing of it in their weights, thresholds or curves. Small sets take their turn with every fifth,
/// large ones with the first alone.
/// </summary>
internal sealed class HeldOutFigures(TrainingSet set, int seed)
{
    private const int Parts = 5;
    private const int Small = 2_000;

    private readonly string[] _labels = LearntLabels.Of(set);
    private readonly int[] _parts = GroupSplit.Folds(set.Examples, Parts, seed);

    /// <summary>How many rounds of learning it takes.</summary>
    public int Rounds => Turns * set.Rounds;

    private int Turns => set.Examples.Count <= Small ? Parts : 1;

    public HeldOutEvaluation Measure(Func<TrainingSet, TriageModel> train, TriageModel whole)
    {
        var tally = new Tally(set.Name, set.Kind, _labels);
        var texts = Enumerable.Range(0, _parts.Length).DistinctBy(at => GroupSplit.Key(set.Examples[at].Text), StringComparer.Ordinal).ToArray();
        for (var part = 0; part < Turns; part++)
        {
            var model = train(Without(part));
            var apart = texts.Where(at => _parts[at] == part).Select(at => set.Examples[at]);
            new HeadReader(model, model.FindHead(set.Name)!).Judge(apart, tally);
        }

        var thresholds = whole.FindHead(set.Name)!.Labels.Select(label => label.Threshold);
        return new HeldOutEvaluation(tally.ToEvaluation([.. thresholds]), (double)Turns / Parts);
    }

    /// <summary>The same labels are learnt as from the whole set, however few examples of one are left.</summary>
    private TrainingSet Without(int part) => set with
    {
        LeastPerLabel = 1,
        Examples =
        [
            .. set.Examples.Where((_, at) => _parts[at] != part)
                .Select(example => example with { Labels = [.. example.Labels.Where(_labels.Contains)] }),
        ],
    };
}
