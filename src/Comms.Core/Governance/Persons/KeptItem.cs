namespace Comms.Core.Governance.Persons;

/// <summary>A message that is kept in a restricted copy, because a duty by law is still open.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Case">The case whose duty keeps it.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Owner">Who sees to it: the person who has the case, or its team.</param>
/// <param name="ReviewOn">When to look again whether it must be kept.</param>
public sealed record KeptItem(string MessageId, string Case, string Reason, string Owner, DateOnly ReviewOn);
