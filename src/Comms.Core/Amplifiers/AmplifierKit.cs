namespace Comms.Core.Amplifiers;

/// <summary>What an amplifier passes on: words that were approved and stand, and where, so that everyone sees whose they are.</summary>
/// <param name="Post">The post of ours, by id.</param>
/// <param name="Corrects">The rumour that it corrects; null when it corrects none.</param>
/// <param name="Pieces">The words as they stand on each account, in its order.</param>
public sealed record AmplifierKit(string Post, string? Corrects, IReadOnlyList<AmplifierPiece> Pieces);

/// <summary>The words of one account.</summary>
/// <param name="Account">The account of ours.</param>
/// <param name="Words">The approved words, unchanged; a thread's parts are joined by an empty line.</param>
/// <param name="Url">Where the post stands, to be shared itself or named as the source; null where it has no address.</param>
public sealed record AmplifierPiece(string Account, string Words, string? Url);
