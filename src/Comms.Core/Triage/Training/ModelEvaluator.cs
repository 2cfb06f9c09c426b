using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Measures a model against labels that people gave. Use texts that it never learnt from.</summary>
public static class ModelEvaluator
{
    /// <summary>
    /// Judges each example by the head alone, as triage does with an English text, and compares. The order of the
    /// examples changes nothing but the last digits of the calibration error.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="head">The name of one of its heads.</param>
    /// <param name="examples">At least one. A label that the head does not know counts as missed.</param>
    /// <exception cref="ArgumentException">The model has no such head, or there are no examples.</exception>
    public static Evaluation Evaluate(TriageModel model, string head, IReadOnlyList<TrainingExample> examples)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfZero(examples.Count);
        var asked = model.FindHead(head) ?? throw new ArgumentException($"The model has no head '{head}'.", nameof(head));
        var rows = ModelTrainer.Rows(examples, model.Lexicon, model.Bits);
        var tally = new Tally(asked.Name, asked.Kind, [.. asked.Labels.Select(label => label.Name)]);
        var thresholds = asked.Labels.Select(label => label.Threshold).ToArray();
        var confidences = new float[thresholds.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var label = 0; label < confidences.Length; label++)
            {
                confidences[label] = asked.Labels[label].Confidence(Score(model, asked, label, rows, row));
            }

            tally.Add(examples[row].Labels, confidences, thresholds);
        }

        return tally.ToEvaluation(thresholds);
    }

    private static float Score(TriageModel model, Head head, int label, SparseRows rows, int row)
    {
        var buckets = rows.Buckets(row);
        var values = rows.Values(row);
        var sum = 0f;
        for (var i = 0; i < buckets.Length; i++)
        {
            sum += model.Weights[(buckets[i] * model.Lanes) + head.FirstLane + label] * values[i];
        }

        return (head.Labels[label].Scale * sum) + head.Labels[label].Bias;
    }
}
