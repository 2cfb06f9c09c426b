using Comms.Core.Triage.Training;

namespace CommsDesk.Learning;

/// <summary>The three labels by which triage knows a head of sentiment. They are read in any case.</summary>
internal static class SentimentLabels
{
    private static readonly string[] Names = ["negative", "neutral", "positive"];

    /// <summary>Whether these are the three, and no other, in any case.</summary>
    public static bool Are(IEnumerable<string> labels) =>
        labels.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(Names, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<TrainingExample> Lower(IReadOnlyList<TrainingExample> examples) =>
        [.. examples.Select(example => example with { Labels = [.. example.Labels.Select(Lower)] })];

    private static string Lower(string label) =>
        Names.FirstOrDefault(name => name.Equals(label, StringComparison.OrdinalIgnoreCase)) ?? label;
}
