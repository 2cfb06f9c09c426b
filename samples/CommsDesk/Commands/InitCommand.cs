using System.CommandLine;
using System.Text.Json;
using Comms.Core.Calendars;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary><c>comms init</c>: writes a configuration and a policy that work.</summary>
internal static class InitCommand
{
    private const string Config = "comms.json";
    private const string Policy = "policy.json";

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Where to write them.", DefaultValueFactory = _ => "." };
        var yes = new Option<bool>("--yes") { Description = "Ask nothing; take the defaults." };
        var command = new Command("init", "Write a working configuration and policy.") { folder, yes };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(yes), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool yes, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        string[] present = [.. new[] { Config, Policy }.Where(name => File.Exists(Path.Combine(folder, name)))];
        if (present.Length > 0)
        {
            throw new InputException($"{string.Join(" and ", present)} stand there already; nothing was changed");
        }

        var zone = Ask("Time zone", "Europe/London", yes, Zones.Exists);
        var nation = Ask("Nation (england, wales, scotland, northern-ireland)", "england", yes, name => DeskConfigReader.Nations.Contains(name));
        var author = Ask("Who writes", "writer", yes, name => name.Length > 0);
        var approver = Ask("Who approves and publishes", "approver", yes, name => name.Length > 0 && name != author);
        await File.WriteAllBytesAsync(Path.Combine(folder, Config), Write(zone, nation, author, approver), cancel);
        await File.WriteAllBytesAsync(Path.Combine(folder, Policy), Seeds.Bytes("trust/policy.json"), cancel);
        await Console.Out.WriteLineAsync(Path.Combine(folder, Config));
        await Console.Out.WriteLineAsync(Path.Combine(folder, Policy));
        return ExitCode.Done;
    }

    private static string Ask(string question, string usual, bool yes, Func<string, bool> holds)
    {
        while (!yes)
        {
            Console.Error.Write($"{question} [{usual}]: ");
            var answer = Console.ReadLine();
            if (string.IsNullOrWhiteSpace(answer))
            {
                return usual;
            }

            if (holds(answer.Trim()))
            {
                return answer.Trim();
            }

            Console.Error.WriteLine("That is none.");
        }

        return usual;
    }

    private static byte[] Write(string zone, string nation, string author, string approver)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("zone", zone);
            json.WriteString("nation", nation);
            json.WriteStartObject("ledger");
            json.WriteString("sqlite", "comms.db");
            json.WriteEndObject();
            json.WriteStartArray("actors");
            Actor(json, author, "author");
            Actor(json, approver, "approver", "publisher");
            json.WriteEndArray();
            json.WriteStartArray("accounts");
            json.WriteStartObject();
            json.WriteString("id", "drop");
            json.WriteString("channel", "folder");
            json.WriteString("path", "out/posts");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("policy", Policy);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Actor(Utf8JsonWriter json, string id, params ReadOnlySpan<string> roles)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("roles");
        foreach (var role in roles)
        {
            json.WriteStringValue(role);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
