namespace Comms.Core.Cases;

/// <summary>What became of a reply in a case.</summary>
/// <param name="Stands">Whether all of it stands; false when some of it never will.</param>
/// <param name="Tells">Whether it tells what came of a concern, which is no answer that a duty asks for.</param>
/// <param name="Says">Where it stands, or why it does not.</param>
/// <param name="Account">The account that it is on.</param>
/// <param name="Items">The ids there of what stands.</param>
internal sealed record ReplyEnd(bool Stands, bool Tells, string Says, string Account, IReadOnlyList<string> Items);
