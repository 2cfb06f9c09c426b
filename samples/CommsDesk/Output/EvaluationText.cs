using System.Globalization;
using System.Text;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;

namespace CommsDesk.Output;

/// <summary>Figures as a table for people, and a line for each mean that scripts read.</summary>
internal static class EvaluationText
{
    private const string None = "–";
    private static readonly string[] Columns = ["support", "precision", "recall", "    F1", "threshold"];

    public static string Write(EvaluationReport report)
    {
        var figures = report.Figures;
        var text = new StringBuilder();
        var decides = figures.Kind == HeadKind.OneOf ? "one label each" : "any number of labels";
        text.AppendLine(CultureInfo.InvariantCulture, $"{OneLine.Of(figures.Head)}: {decides}; {figures.Examples} messages; {report.Source}").AppendLine();
        WriteTable(text, figures.Labels);
        text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"accuracy {figures.Accuracy:0.0000}")
            .AppendLine(CultureInfo.InvariantCulture, $"macro recall {figures.MacroRecall:0.0000}")
            .AppendLine(CultureInfo.InvariantCulture, $"micro F1 {figures.MicroF1:0.0000}")
            .AppendLine(CultureInfo.InvariantCulture, $"macro F1 {figures.MacroF1:0.0000}")
            .Append(CultureInfo.InvariantCulture, $"expected calibration error {figures.CalibrationError:0.0000}");
        if (figures.Kind == HeadKind.AnyOf)
        {
            text.AppendLine().Append(
                CultureInfo.InvariantCulture, $"expected calibration error of the labels given {figures.CalibrationErrorOfGiven:0.0000}");
        }

        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, IReadOnlyList<LabelFigures> labels)
    {
        var width = Math.Max("label".Length, labels.Max(label => OneLine.Of(label.Name).Length));
        WriteLine(text, width, "label", Columns);
        foreach (var label in labels)
        {
            WriteLine(
                text,
                width,
                OneLine.Of(label.Name),
                label.Support.ToString(CultureInfo.InvariantCulture),
                label.Given > 0 ? Show(label.Precision) : None,
                label.Support > 0 ? Show(label.Recall) : None,
                label.Support + label.Given > 0 ? Show(label.F1) : None,
                label.Threshold is { } threshold ? Show(threshold) : None);
        }
    }

    private static void WriteLine(StringBuilder text, int width, string label, params ReadOnlySpan<string> cells)
    {
        text.Append(label.PadRight(width));
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append("  ").Append(cells[i].PadLeft(Columns[i].Length));
        }

        text.AppendLine();
    }

    private static string Show(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
