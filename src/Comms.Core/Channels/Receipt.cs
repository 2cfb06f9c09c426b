namespace Comms.Core.Channels;

/// <summary>Proof that a post stands: the channel's own name for it.</summary>
/// <param name="Id">The channel's id of the post.</param>
/// <param name="Url">Where people see it; null when it has no address.</param>
public sealed record Receipt(string Id, string? Url = null);
