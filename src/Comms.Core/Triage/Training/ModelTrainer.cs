using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Makes a model of labelled texts in seconds, on every processor. The same sets, options and version of this library
/// give the same bytes, however many processors there are.
/// </summary>
public static class ModelTrainer
{
    private const int LeastPerBucket = 2;

    /// <summary>Trains one model whose heads share its buckets.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">A set has too few examples, or too few labels with enough of them.</exception>
    public static TriageModel Train(IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null) => Learn(sets, options).Model;

    /// <summary>Trains as <see cref="Train"/> does and says how each head did on the folds it had not seen.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from any thread; null for no one.</param>
    /// <param name="cancel">Stops the training.</param>
    /// <exception cref="ArgumentException">A set has too few examples, or too few labels with enough of them.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TrainingResult Learn(
        IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        options ??= new TrainingOptions();
        options = options with { Bits = options.Base?.Bits ?? options.Bits };
        Check(sets, options);
        return Learn(sets, options, LexiconTokens(options), new TrainingProgress(sets.Count, progress, cancel));
    }

    internal static TrainingResult Learn(
        IReadOnlyList<TrainingSet> sets, TrainingOptions options, IReadOnlyList<ModelToken> lexiconTokens, TrainingProgress progress)
    {
        var lexicon = new Lexicon(lexiconTokens.ToDictionary(token => token.Hash, token => token.Valence));
        var trained = sets.Select(set =>
            new HeadTrainer(set, Rows(set.Examples, lexicon, options.Bits).Without(LeastPerBucket), options).Train(progress)).ToArray();
        var tokens = Vocabulary.Of(sets, options.LeastPerWord, lexiconTokens);
        var model = Rounding.ToModel(sets, Array.ConvertAll(trained, head => head.Labels), options, tokens);
        return new TrainingResult(
            options.Base is { } known ? ModelJoin.Join(known, model) : model, [.. trained.Select(head => head.CrossValidated)]);
    }

    internal static SparseRows Rows(IReadOnlyList<TrainingExample> examples, Lexicon lexicon, int bits)
    {
        var builder = new SparseRows.Builder(1 << bits);
        var extractor = new FeatureExtractor(lexicon, bits);
        foreach (var example in examples)
        {
            extractor.Extract(example.Text, builder);
        }

        return builder.Build();
    }

    private static ModelToken[] LexiconTokens(TrainingOptions options) =>
        [.. (options.Base ?? options.LexiconFrom ?? TriageModel.Shipped).Tokens.Where(token => !token.Valence.IsEmpty)];

    private static void Check(IReadOnlyList<TrainingSet> sets, TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sets.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Bits, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Bits, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Folds, 10);
        foreach (var set in sets)
        {
            if (set.Examples.Count < 10)
            {
                throw new ArgumentException($"'{set.Name}' has {set.Examples.Count} examples; at least 10 are needed.", nameof(sets));
            }
        }
    }
}
