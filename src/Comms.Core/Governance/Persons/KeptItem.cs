namespace Comms.Core.Governance.Persons;

/// <summary>What an erasure keeps: a message in a restricted copy while a duty by law is open or a legal hold stands, a post that may still go out, or the hold itself.</summary>
/// <param name="Kind">What: <c>message</c>, <c>post</c>, <c>case</c> or <c>legal-hold</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Owner">Who sees to it: the person who has the case, its team, whose post it is, or who the hold names.</param>
/// <param name="ReviewOn">When to look again whether it must be kept.</param>
/// <param name="Case">The case that keeps it; null where none does.</param>
public sealed record KeptItem(string Kind, string Id, string Reason, string Owner, DateOnly ReviewOn, string? Case = null);
