using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>A trained model and how well it may be expected to do.</summary>
/// <param name="Model">The model, trained on every example.</param>
/// <param name="HeldOut">Head by head, in the order of the sets.</param>
public sealed record TrainingResult(TriageModel Model, IReadOnlyList<HeldOutEvaluation> HeldOut);

/// <summary>
/// Figures of a head on texts held out from its training: identical texts are on one side, and each counts once.
/// </summary>
/// <param name="Figures">The figures; thresholds are those of the model that was trained on everything.</param>
/// <param name="Share">What share of the examples was held out, all turns together: 0.2, or 1 for a small set.</param>
public sealed record HeldOutEvaluation(Evaluation Figures, double Share);
