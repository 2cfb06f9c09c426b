using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Makes a model of labelled texts in seconds, on every processor. The same sets, options and version of this library
/// give the same bytes, however many processors there are.
/// </summary>
public static class ModelTrainer
{
    private const int LeastPerBucket = 2;
    private const int LeastExamples = 10;

    /// <summary>Beside its weights, a model holds its tokens: some megabytes at most.</summary>
    private const int RoomForTokens = 16 * 1024 * 1024;

    /// <summary>Trains one model whose heads share its buckets.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">A set has too few examples, too few labels with enough of them, or too many labels.</exception>
    public static TriageModel Train(IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null) => Learn(sets, options).Model;

    /// <summary>Trains as <see cref="Train"/> does and says how each head did on the folds it had not seen.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from any thread; null for no one.</param>
    /// <param name="cancel">Stops the training.</param>
    /// <exception cref="ArgumentException">A set has too few examples, too few labels with enough of them, or too many labels.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TrainingResult Learn(
        IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        options ??= new TrainingOptions();
        var lexicon = options.Base ?? options.LexiconFrom ?? TriageModel.Shipped;
        options = options with
        {
            Bits = options.Base?.Bits ?? options.Bits,
            Notice = options.Base is null ? NoticeWith(lexicon, options.Notice) : options.Notice,
        };
        Check(sets, options);
        var tokens = lexicon.Tokens.Where(token => !token.Valence.IsEmpty).ToArray();
        return Learn(sets, options, tokens, new TrainingProgress(sets.Count, progress, cancel));
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

    /// <summary>The lexicons' licences ask that their notice goes where their words go.</summary>
    private static string NoticeWith(TriageModel lexicon, string notice) => lexicon.Notice.Length == 0
        ? notice
        : $"{notice}{(notice.Length > 0 ? "\n" : "")}Words with feeling are those of a model with this notice: {lexicon.Notice}";

    private static void Check(IReadOnlyList<TrainingSet> sets, TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sets.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Bits, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Bits, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Folds, 10);
        foreach (var set in sets)
        {
            if (set.Examples.Count < LeastExamples)
            {
                throw new ArgumentException($"'{set.Name}' has {set.Examples.Count} examples; at least {LeastExamples} are needed.", nameof(sets));
            }
        }

        var lanes = sets.Sum(set => LearntLabels.Of(set).Length) + (options.Base?.Lanes ?? 0);
        if (lanes > ModelReader.MostLanes || ((long)lanes << options.Bits) + RoomForTokens > ModelReader.LongestBody)
        {
            throw new ArgumentException($"{lanes} labels with 2^{options.Bits} buckets are more than a model holds.", nameof(sets));
        }
    }
}
