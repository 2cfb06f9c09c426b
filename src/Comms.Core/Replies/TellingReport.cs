using Comms.Core.Authoring;

namespace Comms.Core.Replies;

/// <summary>What came of telling those who asked.</summary>
/// <param name="Drafts">A draft for each who can be told under their message; each is approved as every post is.</param>
/// <param name="ByHand">Those who are to be told by hand, or not at all, each with its reason.</param>
public sealed record TellingReport(IReadOnlyList<Draft> Drafts, IReadOnlyList<UntoldCase> ByHand);

/// <summary>A case in which someone cannot be told by a post.</summary>
/// <param name="Case">The case, by id.</param>
/// <param name="Reasons">Why, in words; never empty.</param>
public sealed record UntoldCase(string Case, IReadOnlyList<string> Reasons);
