namespace Comms.Core.Triage.Training;

/// <summary>How a model is trained. The defaults suit a few thousand short messages.</summary>
public sealed record TrainingOptions
{
    /// <summary>The binary logarithm of the number of buckets, 10 to 20; 16 by default. A step more doubles the file.</summary>
    public int Bits { get; init; } = 16;

    /// <summary>Fixes every choice that is left to chance: the same data and seed give the same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many parts the data are divided in to set thresholds and confidence, 2 to 10; 5 by default.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Where words with feeling are taken from; null for the lexicons of the shipped model.</summary>
    public Models.TriageModel? LexiconFrom { get; init; }

    /// <summary>The words with feeling themselves, in place of <see cref="LexiconFrom"/>; null for those.</summary>
    public IReadOnlyList<FeelingWord>? Lexicon { get; init; }

    /// <summary>
    /// A model whose other heads are kept, a head of the same name being replaced; null for a model of the new heads
    /// alone. Its number of buckets and its lexicons hold then,
    /// and <see cref="Bits"/>, <see cref="LexiconFrom"/> and <see cref="Lexicon"/> do not.
    /// </summary>
    public Models.TriageModel? Base { get; init; }

    /// <summary>Words that fewer texts than this have are not named in the model; 5 by default.</summary>
    public int LeastPerWord { get; init; } = 5;

    /// <summary>The notices that the sources of the data ask for; empty by default. That of the lexicons is added to it.</summary>
    public string Notice { get; init; } = "";
}
