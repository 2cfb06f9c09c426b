namespace Comms.Core.Triage;

/// <summary>Why a team gets a message: the number of the rule that sent it, as <see cref="Router"/> counts them.</summary>
internal readonly record struct RouteReason(int Team, int Rule);
