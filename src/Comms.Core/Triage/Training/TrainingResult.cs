using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>A trained model and how well it may be expected to do.</summary>
/// <param name="Model">The model, trained on every example.</param>
/// <param name="CrossValidated">
/// Head by head, in the order of the sets: every example judged by what was trained on the other folds, with thresholds
/// and confidence fitted on the other folds too. Identical texts are always in one fold. The weights are not yet rounded.
/// </param>
public sealed record TrainingResult(TriageModel Model, IReadOnlyList<Evaluation> CrossValidated);
