using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Makes a model of labelled texts in seconds, on one thread. The same sets, options and version of this library give
/// the same bytes.
/// </summary>
public static class ModelTrainer
{
    private const int LeastPerBucket = 2;

    /// <summary>Trains one model whose heads share its buckets.</summary>
    /// <param name="sets">At least one; each becomes a head.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">A set has too few examples, or no label with enough of them.</exception>
    public static TriageModel Train(IReadOnlyList<TrainingSet> sets, TrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sets);
        options ??= new TrainingOptions();
        Check(sets, options);
        var lexiconTokens = LexiconTokens(options);
        var lexicon = new Lexicon(lexiconTokens.ToDictionary(token => token.Hash, token => token.Valence));
        var trained = sets.Select(set => HeadTrainer.Train(set, Rows(set, lexicon, options), options)).ToArray();
        var vocabulary = new Vocabulary(sets);
        return Rounding.ToModel(
            trained, options, vocabulary.Familiarity(options.LeastPerWord, lexiconTokens), vocabulary.Name(options.LeastPerWord, lexiconTokens));
    }

    private static SparseRows Rows(TrainingSet set, Lexicon lexicon, TrainingOptions options)
    {
        var builder = new SparseRows.Builder(1 << options.Bits);
        var extractor = new FeatureExtractor(lexicon, options.Bits);
        for (var i = 0; i < set.Examples.Count; i++)
        {
            // Every other example is shown without its question, so that messages that answer none are read as well.
            var question = set.Kind == HeadKind.AnyOf && i % 2 == 0 ? set.Examples[i].Question : null;
            extractor.Extract(set.Examples[i].Text, question, builder);
        }

        return builder.Build().Without(LeastPerBucket);
    }

    private static ModelToken[] LexiconTokens(TrainingOptions options) => options.Lexicon is not null
        ? FeelingTokens.Of(options.Lexicon)
        : [.. (options.LexiconFrom ?? TriageModel.Shipped).Tokens.Where(token => !token.Valence.IsEmpty)];

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
