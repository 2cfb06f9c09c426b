using Comms.Core.Triage.Training;

namespace CommsDesk.Output;

/// <summary>Figures and where they come from.</summary>
internal sealed record EvaluationReport(Evaluation Figures, string Source);
