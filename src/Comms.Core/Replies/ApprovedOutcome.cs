using Comms.Core.Cases.Concerns;

namespace Comms.Core.Replies;

/// <summary>A concern of which it may be told what came of it.</summary>
/// <param name="Concern">The concern, with its outcome.</param>
/// <param name="ApprovedAt">When the first post that tells it was approved.</param>
public sealed record ApprovedOutcome(Concern Concern, DateTimeOffset ApprovedAt);
