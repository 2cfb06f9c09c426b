namespace Comms.Core.Testing;

/// <summary>A post as a reader of the account sees it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Alts">The descriptions of its pictures, in order.</param>
public sealed record ShownPost(string Text, IReadOnlyList<string> Alts);
