namespace Comms.Core.Documents;

/// <summary>One of the others who said the same as a card.</summary>
/// <param name="Label">Who and where, in a few words.</param>
/// <param name="Url">Where it stands; null when it has no address.</param>
public sealed record CardLink(string Label, string? Url = null);
