namespace Comms.Core.Approval.Confidentiality;

/// <summary>Words of a post that would break someone's confidence. No approval lifts them.</summary>
/// <param name="Account">The account whose rendition has them.</param>
/// <param name="Part">Which part of the thread, from 0.</param>
/// <param name="Media">Which picture's description has them, from 0; null when the post itself does.</param>
/// <param name="Start">Where they begin, in UTF-16 units.</param>
/// <param name="Length">How long they are, in UTF-16 units.</param>
/// <param name="What">What they are, in words: "an NHS number".</param>
public sealed record ConfidentialWords(string Account, int Part, int? Media, int Start, int Length, string What);
