using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Makes a model of labelled texts in seconds, on every processor. The same sets, options and version of this library
/// give the same bytes, however many processors there are.
/// </summary>
public static class ModelTrainer
{
    private const int LeastPerBucket = 2;
    private const int LeastPerPair = 3;
    private const int LeastExamples = 10;

    /// <summary>Beside its weights, a model holds its tokens: some megabytes at most.</summary>
    private const int RoomForTokens = 16 * 1024 * 1024;

    /// <summary>Trains one model whose heads share its buckets.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from any thread; null for no one.</param>
    /// <param name="cancel">Stops the training.</param>
    /// <exception cref="ArgumentException">A set has too few examples, too few labels with enough of them, or too many labels.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TriageModel Train(
        IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        options ??= new TrainingOptions();
        Check(sets, options);
        return Train(sets, options, new TrainingProgress(sets.Sum(set => set.Rounds), progress, cancel));
    }

    /// <summary>
    /// Trains as <see cref="Train(IReadOnlyList{TrainingSet}, TrainingOptions?, IProgress{double}?, CancellationToken)"/> does, and says how each head does on
    /// texts held out from further models that are trained for that alone. Takes about twice as long; six times with
    /// up to 2,000 examples, where every fifth is held out in turn.
    /// </summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from any thread; null for no one.</param>
    /// <param name="cancel">Stops the training.</param>
    /// <exception cref="ArgumentException">A set has too few examples, too few labels with enough of them, or too many labels.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TrainingResult TrainAndMeasure(
        IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sets);
        options ??= new TrainingOptions();
        Check(sets, options);
        var measures = sets.Select(set => new HeldOutFigures(set, options.Seed)).ToArray();
        var watch = new TrainingProgress(sets.Sum(set => set.Rounds) + measures.Sum(measure => measure.Rounds), progress, cancel);
        var model = Train(sets, options, watch);
        return new TrainingResult(model, [.. measures.Select(measure => measure.Measure(part => Train([part], options, watch), model))]);
    }

    private static TriageModel Train(
        IReadOnlyList<TrainingSet> sets, TrainingOptions options, IReadOnlyList<ModelToken> lexiconTokens, TrainingProgress progress)
    {
        var lexicon = new Lexicon(lexiconTokens.ToDictionary(token => token.Hash, token => token.Valence));
        var pairs = options.Base?.Pairs ?? PairsOf(sets, lexicon, options.Bits);
        var trained = sets.Select(set => HeadTrainer.Train(set, Rows(set, lexicon, pairs, options), options, progress)).ToArray();
        var vocabulary = new Vocabulary(sets);
        return Rounding.ToModel(
            trained, options, vocabulary.Familiarity(options.LeastPerWord, lexiconTokens), vocabulary.Name(options.LeastPerWord, lexiconTokens), pairs);
    }

    /// <summary>The pairs that enough different texts have.</summary>
    private static PairFilter PairsOf(IReadOnlyList<TrainingSet> sets, Lexicon lexicon, int bits)
    {
        var extractor = new FeatureExtractor(lexicon, pairs: null, bits);
        var texts = new Dictionary<uint, int>();
        foreach (var text in sets.SelectMany(set => set.Texts).Distinct(StringComparer.Ordinal))
        {
            foreach (var pair in extractor.PairsOf(text))
            {
                texts[pair] = texts.GetValueOrDefault(pair) + 1;
            }
        }

        return PairFilter.Of([.. texts.Where(pair => pair.Value >= LeastPerPair).Select(pair => pair.Key)]);
    }

    private static TriageModel Train(IReadOnlyList<TrainingSet> sets, TrainingOptions options, TrainingProgress progress)
    {
        var settled = options with { Bits = BitsOf(options), Notice = NoticeOf(options) };
        var model = Train(sets, settled, LexiconTokens(options), progress);
        return options.Base is { } known ? ModelJoin.Join(known, model) : model;
    }

    private static SparseRows Rows(TrainingSet set, Lexicon lexicon, PairFilter pairs, TrainingOptions options)
    {
        var builder = new SparseRows.Builder(1 << options.Bits);
        var extractor = new FeatureExtractor(lexicon, pairs, options.Bits);
        for (var i = 0; i < set.Examples.Count; i++)
        {
            // Every other example is shown without its question, so that messages that answer none are read as well.
            var question = set.Kind == HeadKind.AnyOf && i % 2 == 0 ? set.Examples[i].Question : null;
            extractor.Extract(set.Examples[i].Text, question, builder);
        }

        foreach (var text in set.Unlabelled)
        {
            extractor.Extract(text.Text, question: null, builder);
        }

        return builder.Build().Without(LeastPerBucket);
    }

    private static int BitsOf(TrainingOptions options) => options.Base?.Bits ?? options.Bits;

    private static ModelToken[] LexiconTokens(TrainingOptions options) => options is { Base: null, Lexicon: { } words }
        ? FeelingTokens.Of(words)
        : [.. LexiconModel(options).Tokens.Where(token => !token.Valence.IsEmpty)];

    private static TriageModel LexiconModel(TrainingOptions options) => options.Base ?? options.LexiconFrom ?? TriageModel.Shipped;

    /// <summary>The lexicons' licences ask that their notice goes where their words go.</summary>
    private static string NoticeOf(TrainingOptions options)
    {
        if (options is not { Base: null, Lexicon: null } || LexiconModel(options).Notice is not { Length: > 0 } lexicons)
        {
            return options.Notice;
        }

        return $"{options.Notice}{(options.Notice.Length > 0 ? "\n" : "")}Words with feeling are those of a model with this notice: {lexicons}";
    }

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

            if (set.Kind == HeadKind.OneOf && set.Unlabelled.Count > 0)
            {
                throw new ArgumentException($"'{set.Name}' picks one label: it cannot learn from texts without.", nameof(sets));
            }
        }

        var lanes = sets.Sum(MostLanesOf) + (options.Base?.Lanes ?? 0);
        if (lanes > ModelReader.MostLanes || ((long)lanes << BitsOf(options)) + RoomForTokens > ModelReader.LongestBody)
        {
            throw new ArgumentException($"{lanes} labels with 2^{BitsOf(options)} buckets are more than a model holds.", nameof(sets));
        }
    }

    /// <summary>Where one label holds, each source has lanes of its own, and each custom one.</summary>
    private static int MostLanesOf(TrainingSet set)
    {
        var sources = set.Examples.Select(example => example.Source).Distinct(StringComparer.Ordinal).Count();
        return set.Kind == HeadKind.AnyOf || sources == 1
            ? LearntLabels.Of(set).Length
            : (sources * LearntLabels.Of(set).Length) + set.Examples.DistinctBy(example => (example.Source, example.Question)).Count();
    }
}
