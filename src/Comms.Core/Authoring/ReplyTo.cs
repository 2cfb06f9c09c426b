namespace Comms.Core.Authoring;

/// <summary>What a draft answers.</summary>
/// <param name="ItemId">The message's id at its source.</param>
/// <param name="Handle">Whose message it is, where the words must name them or the answer goes to them alone; null for someone without an account.</param>
public sealed record ReplyTo(string ItemId, string? Handle = null);
