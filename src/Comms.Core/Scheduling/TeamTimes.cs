namespace Comms.Core.Scheduling;

/// <summary>What of a team decides about times.</summary>
internal sealed record TeamTimes(string Zone, string Nation, SlotGrid Slots, SchedulingRules Rules);
