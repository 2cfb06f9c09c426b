using Comms.Core.Channels;
using Comms.Core.Triage.Training;
using CommsDesk.Output;

namespace CommsDesk.Learning;

/// <summary>Makes examples of rows. A row whose labels cannot be read is set aside by name.</summary>
internal static class Examples
{
    public static async Task<IReadOnlyList<TrainingExample>> OfAsync(
        IReadOnlyList<LabelledRow> rows, LabelCells cells, Rejects rejects, CancellationToken cancel)
    {
        var examples = new List<TrainingExample>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                examples.Add(new TrainingExample(row.Text, cells.Read(row)));
            }
            catch (FormatException wrong)
            {
                await rejects.AddAsync(new SourceEvent.Unreadable(row.Where, wrong.Message, row.Raw), cancel);
            }
        }

        return examples;
    }

    /// <summary>How many examples each label has, most first.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Count(IReadOnlyList<TrainingExample> examples) =>
    [
        .. examples.SelectMany(example => example.Labels.Distinct(StringComparer.Ordinal)).CountBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal),
    ];
}
