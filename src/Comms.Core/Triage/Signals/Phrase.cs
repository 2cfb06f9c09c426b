namespace Comms.Core.Triage.Signals;

/// <summary>A phrase, compiled: what it means and its elements in order.</summary>
internal sealed record Phrase(int Signal, PhraseElement[] Elements)
{
    /// <summary>How many tokens may stand before the element by which the phrase is looked up.</summary>
    public int Before { get; init; }

    /// <summary>The class that the token after the looked-up one must be in; -1 when that is not fixed.</summary>
    public int Next { get; init; } = PhraseElement.NoClass;

    /// <summary>The class that the token before the looked-up one must be in; -1 when that is not fixed.</summary>
    public int Previous { get; init; } = PhraseElement.NoClass;
}

/// <summary>
/// One element: any word of a class, or any of some rows of classes (for words that are several tokens), or a gap.
/// </summary>
internal sealed record PhraseElement(int Class, int[][] Rows, bool MayMiss, int Gap)
{
    public const int NoClass = -1;

    public static PhraseElement Skip { get; } = new(NoClass, [], MayMiss: false, Gap: 3);

    /// <summary>Whether it is exactly one token of one class.</summary>
    public bool IsOneWord => Class >= 0 && Rows.Length == 0 && !MayMiss && Gap == 0;

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
