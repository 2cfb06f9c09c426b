namespace Comms.Core.Governance.Persons;

/// <summary>What an erasure keeps: a message in a restricted copy while a duty by law is open, or a post that may still go out.</summary>
/// <param name="Kind">What: <c>message</c> or <c>post</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Owner">Who sees to it: the person who has the case, its team, or whose post it is.</param>
/// <param name="ReviewOn">When to look again whether it must be kept.</param>
/// <param name="Case">The case whose duty keeps it; null for a post.</param>
public sealed record KeptItem(string Kind, string Id, string Reason, string Owner, DateOnly ReviewOn, string? Case = null);
