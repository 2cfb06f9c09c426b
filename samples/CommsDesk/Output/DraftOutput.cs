using System.Globalization;
using System.Text.Json;
using Comms.Core;
using Comms.Core.Authoring;
using Spectre.Console;

namespace CommsDesk.Output;

/// <summary>Shows drafts: to people as a table, to programs as JSON.</summary>
internal static class DraftOutput
{
    private const int Shown = 60;

    public static async Task ListAsync(CommsEngine engine, CancellationToken cancel)
    {
        if (Console.IsOutputRedirected)
        {
            await foreach (var draft in engine.Authoring.ListAsync(cancel))
            {
                await Console.Out.WriteLineAsync(Json(draft, indented: false));
            }

            return;
        }

        var table = new Spectre.Console.Table().AddColumns("ID", "By", "Accounts", "Words", "Faults");
        await foreach (var draft in engine.Authoring.ListAsync(cancel))
        {
            table.AddRow(
                new Text(draft.Id),
                new Text(draft.Author),
                new Text(string.Join(' ', draft.TraitsVersions.Keys)),
                new Text(draft.Text.Length > Shown ? draft.Text[..Shown] + "…" : draft.Text),
                new Text(string.Join("; ", draft.Faults)));
        }

        AnsiConsole.Write(table);
    }

    public static string Json(Draft draft, bool indented)
    {
        using var bytes = new MemoryStream();
        var options = ReadableJson.Options with { Indented = indented };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("id", draft.Id);
            json.WriteString("key", draft.Key);
            json.WriteString("author", draft.Author);
            json.WriteString("writtenAt", draft.WrittenAt);
            json.WriteString("language", draft.Language);
            json.WriteString("text", draft.Text);
            json.WriteBoolean("candour", draft.Candour);
            json.WriteTexts("marks", draft.Marks);
            json.WriteString("kit", draft.Kit);
            json.WriteString("reshares", draft.Reshares);
            if (draft.Pair is { } pair)
            {
                json.WriteString("pairLanguage", pair.Language);
                json.WriteString("pairText", pair.Text);
                json.WriteTexts("differences", draft.Differences);
            }

            WriteRenditions(json, draft);
            json.WriteStartArray("faults");
            foreach (var fault in draft.Faults)
            {
                json.WriteStringValue(fault);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteRenditions(Utf8JsonWriter json, Draft draft)
    {
        json.WriteStartArray("renditions");
        foreach (var rendition in draft.Renditions)
        {
            json.WriteStartObject();
            json.WriteString("account", rendition.Account);
            json.WriteString("language", rendition.Language);
            json.WriteNumber("part", rendition.Part + 1);
            json.WriteNumber("parts", rendition.Parts);
            json.WriteString("after", rendition.After);
            json.WriteString("notBefore", rendition.NotBefore?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("notAfter", rendition.NotAfter?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("original", rendition.Original);
            json.WriteString("warning", rendition.Warning);
            json.WriteString("text", rendition.Text);
            json.WriteString("card", rendition.Card?.Url);
            json.WriteStartArray("media");
            foreach (var media in rendition.Media)
            {
                json.WriteStartObject();
                json.WriteString("type", media.Type);
                json.WriteString("alt", media.Alt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
