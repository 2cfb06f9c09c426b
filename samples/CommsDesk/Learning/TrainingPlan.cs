using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Learning;

/// <summary>What is to be learnt: one head, from examples that suffice, and the labels that are too rare to be in it.</summary>
internal sealed record TrainingPlan(TrainingSet Set, int Learnt, IReadOnlyList<KeyValuePair<string, int>> TooFew)
{
    /// <summary>Of several labels.</summary>
    public const int LeastOfSeveral = 10;

    /// <summary>Of one label: one for each fold.</summary>
    public const int LeastOfOne = 5;

    private const int LeastExamples = 10;
    private const int MostLabels = 200;
    private const int Shown = 60;
    private const int FewestBits = 16;
    private const int MostBits = 18;
    private const int WeightsWanted = 1_500_000;

    /// <summary>A small head gets more buckets, which make it better, as long as its weights stay under 1.5 MB.</summary>
    public int Bits => Enumerable.Range(FewestBits, MostBits - FewestBits + 1)
        .LastOrDefault(bits => (long)Learnt << bits <= WeightsWanted, FewestBits);

    /// <exception cref="InputException">The examples do not suffice; the message says what is missing.</exception>
    public static TrainingPlan Of(LabelledFile file, IReadOnlyList<TrainingExample> examples, bool several, string? head, int? least)
    {
        var sentiment = !several && SentimentLabels.Are(examples.SelectMany(example => example.Labels));
        var set = new TrainingSet(
            head ?? (sentiment ? "sentiment" : several ? "themes" : file.Columns[0]),
            several ? HeadKind.AnyOf : HeadKind.OneOf,
            sentiment ? SentimentLabels.Lower(examples) : examples)
        {
            LeastPerLabel = least ?? (several ? LeastOfSeveral : LeastOfOne),
        };
        if (examples.Count < LeastExamples)
        {
            throw new InputException($"{file.Name}: {examples.Count} rows can be learnt from; at least {LeastExamples} are needed");
        }

        var counts = Examples.Count(set.Examples);
        var enough = counts.Count(pair => pair.Value >= set.LeastPerLabel);
        var needed = several ? 1 : 2;
        if (enough > MostLabels)
        {
            throw new InputException($"{file.Name}: {enough} labels, and at most {MostLabels} can be learnt: {Show(counts)}");
        }

        return enough >= needed ? new TrainingPlan(set, enough, [.. counts.Skip(enough)]) : throw new InputException(
            $"{file.Name}: {enough} labels have at least {set.LeastPerLabel} examples (--least), and {needed} are needed. "
            + $"There are {(counts.Count == 0 ? "none" : Show(counts))}");
    }

    /// <summary>Labels and how many examples they have, for people.</summary>
    public static string Show(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Take(Shown).Select(pair => $"{OneLine.Of(pair.Key)} ({pair.Value})"))
        + (counts.Skip(Shown).Any() ? ", …" : "");
}
