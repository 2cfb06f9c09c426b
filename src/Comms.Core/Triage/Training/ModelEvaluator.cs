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
        var tally = new Tally(asked.Name, asked.Kind, [.. asked.Labels.Select(label => label.Name)]);
        new HeadReader(model, asked).Judge(examples, tally);
        return tally.ToEvaluation([.. asked.Labels.Select(label => label.Threshold)]);
    }
}
