using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>A head as trained, before its lanes are rounded.</summary>
/// <param name="Lanes">In the order that the head wants them.</param>
/// <param name="Build">Makes the head when its first lane and the scales of all are known.</param>
internal sealed record TrainedHead(IReadOnlyList<Separator> Lanes, Func<int, LaneScale[], Head> Build);
