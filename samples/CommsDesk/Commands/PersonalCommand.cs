using System.CommandLine;
using System.Globalization;
using Comms.Core.Authoring.Personal;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary><c>comms draft personal</c>: a press release as the team would say it itself. Needs no ledger.</summary>
internal static class PersonalCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The release as plain text; - reads it from the pipe." };
        var names = new Option<string[]>("--name") { Description = "What the release calls the organisation, as \"the Trust\"; again for each.", Required = true };
        var signed = new Option<string?>("--signed") { Description = "Who speaks: a last line below the words." };
        var command = new Command("personal", "Make a press release personal, for a --variant; what no rule could tell is named on standard error, and the end is 1.") { file, names, signed };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            var voice = new PersonalVoice { Names = [.. parsed.GetValue(names)!.Select(name => NotBlank.Words(name, "--name"))], Signature = parsed.GetValue(signed) };
            var release = await ReadAsync(path, cancel);
            var version = PersonalVersion.Of(release, voice);
            await Console.Out.WriteLineAsync(version.Text);
            foreach (var edit in version.Changes.Concat(version.Left).OrderBy(edit => edit.Start))
            {
                await Console.Error.WriteLineAsync(Told(path, release, edit));
            }

            return version.Left.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
        });
        return command;
    }

    public static async Task<string> ReadAsync(string path, CancellationToken cancel) =>
        path == "-" ? await Console.In.ReadToEndAsync(cancel)
        : File.Exists(path) ? await File.ReadAllTextAsync(path, cancel)
        : throw new ConfigException(path, ["there is no such file"]);

    private static string Told(string path, string release, PersonalEdit edit)
    {
        var line = release.AsSpan(0, edit.Start).Count('\n') + 1;
        var before = edit.Before.ReplaceLineEndings(" ").Trim();
        var told = edit.After is null ? $"“{before}” stays" : edit.After.Length == 0 ? $"“{before}” goes" : $"“{before}” is now “{edit.After}”";
        return string.Create(CultureInfo.InvariantCulture, $"comms: {path}:{line}: {told}: {edit.Why}");
    }
}
