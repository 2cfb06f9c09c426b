namespace Comms.Core.RoundUps.Selection;

/// <summary>What makes a choice good, and how long to look for it.</summary>
public sealed record BestChoiceOptions
{
    /// <summary>
    /// Whether more of the same is worth less: a choice is then worth the sum, over its topics, of the square root of the
    /// worth it shows of each, as Lin and Bilmes reward diversity (2011, "A class of submodular functions for document
    /// summarization"). Otherwise it is worth the sum of its members. Default: no.
    /// </summary>
    public bool Coverage { get; init; }

    /// <summary>
    /// How far the search may go where coverage counts: a partial choice costs as many as it has candidates that could still
    /// better it. 1 or more. Default: 100,000.
    /// </summary>
    public int Effort { get; init; } = 100_000;

    internal void Check() => ArgumentOutOfRangeException.ThrowIfLessThan(Effort, 1);
}
