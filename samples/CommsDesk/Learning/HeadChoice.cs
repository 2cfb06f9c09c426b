using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CommsDesk.Input;

namespace CommsDesk.Learning;

/// <summary>Which head of a model the labels of a file speak of, and so how they are to be read.</summary>
internal static class HeadChoice
{
    /// <summary>The head the user named, or the one that knows most of the labels.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static (Head Head, LabelCells Cells) Of(TriageModel model, string? named, LabelledFile file, bool several)
    {
        var best = model.Heads.Where(head => named is null || head.Name == named)
            .Select(head => (Head: head, Cells: LabelCells.Of(file.Columns, several || head.Kind == HeadKind.AnyOf, file.Rows)))
            .Select(choice => (choice.Head, choice.Cells, Known: Known(choice.Head, choice.Cells, file)))
            .ToArray();
        if (best.Length == 0)
        {
            throw new InputException($"the model has no head '{named}'; it has {string.Join(", ", model.Heads.Select(head => head.Name))}");
        }

        var (found, cells, known) = best.MaxBy(choice => choice.Known);
        return known > 0 ? (found, cells) : throw new InputException(
            $"{file.Name}: the model knows no label in {string.Join(", ", file.Columns)}. It knows "
            + string.Join(", ", best.SelectMany(choice => choice.Head.Labels).Select(label => label.Name).Take(60)));
    }

    /// <summary>The examples with their labels as the head spells them: those of sentiment are the same in any case.</summary>
    public static IReadOnlyList<TrainingExample> Spell(Head head, IReadOnlyList<TrainingExample> examples) =>
        SentimentLabels.Are(head.Labels.Select(label => label.Name)) ? SentimentLabels.Lower(examples) : examples;

    private static int Known(Head head, LabelCells cells, LabelledFile file)
    {
        var labels = head.Labels.Select(label => label.Name).ToHashSet(StringComparer.Ordinal);
        var read = file.Rows.Select(row => new TrainingExample("", Read(cells, row)));
        return Spell(head, [.. read]).Sum(example => example.Labels.Count(labels.Contains));
    }

    private static IReadOnlyList<string> Read(LabelCells cells, LabelledRow row)
    {
        try
        {
            return cells.Read(row);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
