namespace Comms.Core.Triage.Signals;

/// <summary>A phrase, compiled: what it means and its elements in order.</summary>
internal sealed record Phrase(int Signal, PhraseElement[] Elements)
{
    /// <summary>How many tokens may stand before the element by which the phrase is looked up.</summary>
    public int Before { get; init; }
}

/// <summary>One of the nearest <paramref name="Within"/> tokens must be in a class; without a class any text will do.</summary>
internal readonly record struct PhraseNeighbour(int Class, int Within)
{
    public static PhraseNeighbour Any { get; } = new(PhraseElement.NoClass, 0);
}

/// <summary>
/// One element: any word of a class, or any of some rows of classes (for words that are several tokens), or a gap.
/// </summary>
internal sealed record PhraseElement(int Class, int[][] Rows, bool MayMiss, int Gap)
{
    public const int NoClass = -1;

    public static PhraseElement Skip { get; } = new(NoClass, [], MayMiss: false, Gap: 3);

    /// <summary>The most tokens that it covers.</summary>
    public int Longest => Gap > 0 ? Gap : Rows.Select(row => row.Length).Append(1).Max();
}

/// <summary>A token as the phrases see it: which of their words it is (0 for none), where it stands, in which sentence.</summary>
internal struct TokenMark
{
    public int Word;
    public int Start;
    public int End;
    public int Sentence;
    public bool Negated;
}

/// <summary>A token under which phrases may be filed, alone or with the one after it.</summary>
internal readonly record struct PhraseHit(int At, bool Pair)
{
    public static PhraseHit OfWord(int at) => new(at, false);

    public static PhraseHit OfPair(int at) => new(at, true);
}
