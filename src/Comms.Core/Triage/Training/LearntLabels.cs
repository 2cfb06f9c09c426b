using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>The labels of a set that have enough examples to be learnt.</summary>
internal static class LearntLabels
{
    /// <exception cref="ArgumentException">There are too few.</exception>
    public static string[] Of(TrainingSet set)
    {
        var labels = set.Examples
            .SelectMany(example => example.Labels.Distinct(StringComparer.Ordinal))
            .GroupBy(label => label, StringComparer.Ordinal)
            .Where(group => group.Count() >= set.LeastPerLabel)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var needed = set.Kind == HeadKind.OneOf ? 2 : 1;
        return labels.Length >= needed ? labels : throw new ArgumentException(
            $"'{set.Name}' has {labels.Length} labels with at least {set.LeastPerLabel} examples; {needed} are needed.", nameof(set));
    }
}
