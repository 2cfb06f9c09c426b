using System.CommandLine;
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

    public static Command Create()
    {
        var channel = new Option<string>("--channel") { Description = $"One of {string.Join(", ", [.. Platform.Names, Sms, NotifySms])}.", Required = true, HelpName = "NAME" };
        var input = new Option<string>("--input") { Description = "JSON Lines with \"text\", and for a content warning \"warning\"; - for the pipe.", DefaultValueFactory = _ => "-", HelpName = "F" };
        var command = new Command("measure", "How long each text is as a platform counts it: one JSON line each.") { channel, input };
        command.SetAction((parsed, cancel) => TextAnswers.WriteAsync(parsed.GetValue(input)!, Measure(parsed.GetValue(channel)!), cancel));
        return command;
    }

    private static Action<Utf8JsonWriter, string, Row> Measure(string channel)
    {
        if (channel.ToLowerInvariant() is Sms or NotifySms)
        {
            return (json, text, _) => Message(json, channel.Equals(Sms, StringComparison.OrdinalIgnoreCase) ? SmsText.Of(text) : SmsText.OfNotify(text), channel);
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var platform = Platform.Find(channel, today)
            ?? throw new InputException($"--channel: there is no '{channel}'; there are {string.Join(", ", [.. Platform.Names, Sms, NotifySms])}");
        return (json, text, row) => Post(json, PlatformFit.Of(text, platform, string.IsNullOrEmpty(row["warning"]) ? null : row["warning"]));
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
        json.WriteTexts("parts", fit.Parts);
        json.WriteTexts("reasons", fit.Reasons);
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
        json.WriteTexts("parts", message.Parts);
        json.WriteNumber("billed", message.Billed);
        json.WriteEndObject();
    }
}
