using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Text;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms measure</c>: how long each text is as a platform counts it, and the posts that it makes. Needs no ledger.</summary>
internal static class MeasureCommand
{
    private const string Sms = "sms";
    private const string NotifySms = "notify-sms";

    // Six parts of 153 septets: GOV.UK Notify takes no more.
    private const int MostOfNotify = 918;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var channel = new Option<string>("--channel") { Description = $"One of {string.Join(", ", [.. Platform.Names, Sms, NotifySms])}.", Required = true, HelpName = "NAME" };
        var input = new Option<string>("--input") { Description = "JSON Lines with \"text\", and for a content warning \"warning\"; - for the pipe.", DefaultValueFactory = _ => "-", HelpName = "F" };
        var command = new Command("measure", "How long each text is as a platform counts it: one JSON line each.") { channel, input };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(channel)!, parsed.GetValue(input)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string channel, string path, CancellationToken cancel)
    {
        var measure = Measure(channel);
        var input = RowInput.From(path, path == "-" ? RowFormat.Jsonl : null, columnNamed: false);
        await using var lines = new JsonLines(Console.OpenStandardOutput(), Readable);
        await using var stream = input.Open();
        var (good, bad) = (0, 0);
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            if (row.Fault is null && row["text"] is { } text)
            {
                measure(lines.Writer, text, row["warning"]);
                await lines.EndAsync(cancel);
                good++;
            }
            else
            {
                await Console.Error.WriteLineAsync($"comms: {input.Name}:{row.Line}: {row.Fault ?? "no \"text\" in it"}");
                bad++;
            }
        }

        return bad == 0 ? ExitCode.Done : good > 0 ? ExitCode.SetAside : ExitCode.Nothing;
    }

    private static Action<Utf8JsonWriter, string, string?> Measure(string channel)
    {
        if (channel.ToLowerInvariant() is Sms or NotifySms)
        {
            return (json, text, _) => Message(json, channel.Equals(Sms, StringComparison.OrdinalIgnoreCase) ? SmsText.Of(text) : SmsText.OfNotify(text), channel);
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var platform = Platform.Find(channel, today)
            ?? throw new InputException($"--channel: there is no '{channel}'; there are {string.Join(", ", [.. Platform.Names, Sms, NotifySms])}");
        return (json, text, warning) => Post(json, PlatformFit.Of(text, platform, string.IsNullOrEmpty(warning) ? null : warning));
    }

    private static void Post(Utf8JsonWriter json, PlatformFit fit)
    {
        json.WriteStartObject();
        json.WriteNumber("length", fit.Length);
        if (fit.Limit is { } limit)
        {
            json.WriteNumber("limit", limit);
        }
        else
        {
            json.WriteNull("limit");
        }

        json.WriteString("unit", JsonNamingPolicy.CamelCase.ConvertName(fit.Unit.ToString()));
        json.WriteBoolean("fits", fit.Fits);
        Texts(json, "parts", fit.Parts);
        Texts(json, "reasons", fit.Reasons);
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, SmsText message, string channel)
    {
        var limit = channel.Equals(Sms, StringComparison.OrdinalIgnoreCase) ? message.Limit : MostOfNotify;
        json.WriteStartObject();
        json.WriteNumber("length", message.Units);
        json.WriteNumber("limit", limit);
        json.WriteString("unit", message.IsGsm ? "septets" : "utf16");
        json.WriteBoolean("fits", message.Units <= limit);
        Texts(json, "parts", message.Parts);
        json.WriteNumber("billed", message.Billed);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
