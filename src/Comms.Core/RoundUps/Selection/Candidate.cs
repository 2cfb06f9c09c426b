namespace Comms.Core.RoundUps.Selection;

/// <summary>Something that could be shown, if there is room.</summary>
/// <param name="Worth">What it is worth to the reader; 0 or more, and finite.</param>
/// <param name="Words">How many words it takes; 0 or more.</param>
/// <param name="Topics">What it is about, each topic once; counts only where coverage does. None: a topic of its own.</param>
public sealed record Candidate(double Worth, int Words, IReadOnlyList<string> Topics);
