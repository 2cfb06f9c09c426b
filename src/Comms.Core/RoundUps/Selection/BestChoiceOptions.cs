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

    /// <summary>How many partial choices the search may look at where coverage counts; 1 or more. Default: 200.</summary>
    public int MostNodes { get; init; } = 200;

    internal void Check() => ArgumentOutOfRangeException.ThrowIfLessThan(MostNodes, 1);
}
