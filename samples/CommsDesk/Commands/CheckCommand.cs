using System.CommandLine;
using System.Text.Json;
using Comms.Core.Authoring;
using Comms.Core.Text;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms check</c>: what plain, inclusive and accessible English would have otherwise, text by text. Needs no ledger.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "JSON Lines or CSV with \"text\" and perhaps \"id\" and \"alt\"; plain lines from a .txt; - for JSON Lines from the pipe.", DefaultValueFactory = _ => "-", HelpName = "F" };
        var style = new Option<string?>("--style") { Description = "The house's own style; its form is seeds/schemas/style.schema.json.", HelpName = "F" };
        var command = new Command("check", "Style findings and readability: one JSON line per text.") { input, style };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(input)!, parsed.GetValue(style), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? style, CancellationToken cancel)
    {
        var guide = style is null ? StyleGuide.Shipped : StyleGuide.With(await ReadAsync(style, cancel));
        return await TextAnswers.WriteAsync(
            path,
            (json, text, row) => Write(json, row["id"], guide, new StyleText { Text = text, AltTexts = row["alt"] is { } alt ? [alt] : [] }),
            cancel);
    }

    private static async Task<HouseStyle> ReadAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new ConfigException(path, ["there is no such file"]);
        }

        var reading = HouseStyle.Read(await File.ReadAllBytesAsync(path, cancel));
        return reading.Style ?? throw new ConfigException(path, reading.Faults);
    }

    private static void Write(Utf8JsonWriter json, string? id, StyleGuide guide, StyleText text)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteStartArray("findings");
        foreach (var finding in guide.Check(text))
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        Write(json, Readability.Of(text.Text));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StyleFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteNumber("start", finding.Start);
        json.WriteNumber("length", finding.Length);
        json.WriteString("message", finding.Message);
        json.WriteString("replacement", finding.Replacement);
        json.WriteStartArray("choices");
        foreach (var choice in finding.Choices)
        {
            json.WriteStringValue(choice);
        }

        json.WriteEndArray();
        json.WriteString("guide", finding.Guide);
        json.WriteString("date", finding.CheckedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (finding.AcceptedBecause is { } reason)
        {
            json.WriteString("accepted", reason);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Readability readability)
    {
        json.WriteStartObject("readability");
        json.WriteNumber("words", readability.Words);
        json.WriteNumber("sentences", readability.Sentences);
        json.WriteBoolean("tooShort", readability.TooShort);
        Figure(json, "fleschReadingEase", readability.FleschReadingEase);
        Figure(json, "fleschKincaidGrade", readability.FleschKincaidGrade);
        Figure(json, "smog", readability.Smog);
        Figure(json, "gunningFog", readability.GunningFog);
        Figure(json, "colemanLiau", readability.ColemanLiau);
        Figure(json, "automatedReadability", readability.AutomatedReadability);
        Figure(json, "lix", readability.Lix);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is { } value)
        {
            json.WriteNumber(name, Math.Round(value, 2));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
