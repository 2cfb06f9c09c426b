using System.Text;
using System.Text.Json;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;

namespace CommsDesk.Output;

/// <summary>Figures as one JSON object; what cannot be told is null.</summary>
internal static class EvaluationJson
{
    public static string Write(EvaluationReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ReadableJson.Options))
        {
            var figures = report.Figures;
            json.WriteStartObject();
            json.WriteString("head", figures.Head);
            json.WriteString("kind", figures.Kind == HeadKind.OneOf ? "one" : "any");
            json.WriteString("source", report.Source);
            json.WriteNumber("messages", figures.Examples);
            json.WriteStartArray("labels");
            foreach (var label in figures.Labels)
            {
                WriteLabel(json, label);
            }

            json.WriteEndArray();
            json.WriteNumber("accuracy", Round(figures.Accuracy));
            json.WriteNumber("macroRecall", Round(figures.MacroRecall));
            json.WriteNumber("microF1", Round(figures.MicroF1));
            json.WriteNumber("macroF1", Round(figures.MacroF1));
            json.WriteNumber("expectedCalibrationError", Round(figures.CalibrationError));
            json.WriteNumber("expectedCalibrationErrorOfGiven", Round(figures.CalibrationErrorOfGiven));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteLabel(Utf8JsonWriter json, LabelFigures label)
    {
        json.WriteStartObject();
        json.WriteString("label", label.Name);
        json.WriteNumber("support", label.Support);
        WriteFigure(json, "precision", label.Given > 0 ? label.Precision : null);
        WriteFigure(json, "recall", label.Support > 0 ? label.Recall : null);
        WriteFigure(json, "f1", label.Support + label.Given > 0 ? label.F1 : null);
        WriteFigure(json, "threshold", label.Threshold);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is { } known)
        {
            json.WriteNumber(name, Round(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static double Round(double figure) => Math.Round(figure, 6);
}
