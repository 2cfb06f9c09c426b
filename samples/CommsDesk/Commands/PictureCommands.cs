using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Comms.Core.Governance;
using Comms.Core.Governance.Pictures;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms pictures</c>: what those whom pictures show agreed to. A picture is known by its bytes, wherever it lies.</summary>
internal static class PictureCommands
{
    private static readonly Argument<string> Picture = new("PICTURE") { Description = "The picture's file." };

    public static Command Create() => new("pictures", "Keep the consents of those whom pictures show.") { Consent(), Withdraw(), List() };

    private static Command Consent()
    {
        var form = new Option<string?>("--form") { Description = "Where the signed consent is kept, naming nobody, as a file's number." };
        var nobody = new Option<bool>("--shows-nobody") { Description = "It shows nobody who could be known." };
        var until = new Option<string?>("--until") { Description = "The last day on which it may be published, as 2027-11-30; without it there is no end.", HelpName = "DAY" };
        var command = new Command("consent", "Record a consent, in the place of an earlier one.") { Picture, form, nobody, until };
        command.Validators.Add(result =>
        {
            if (result.GetValue(nobody) == result.GetValue(form) is { Length: > 0 })
            {
                result.AddError("give --form where the picture shows someone, or --shows-nobody");
            }
        });
        return Changing(command, (parsed, desk, sha256, by, cancel) => desk.Engine.PictureConsents.RecordAsync(
            new NewPictureConsent
            {
                Sha256 = sha256,
                ShowsNobody = parsed.GetValue(nobody),
                Form = parsed.GetValue(form),
                Until = parsed.GetValue(until) is { } day ? WeekArgument.Day(day) : null,
            },
            by,
            cancel));
    }

    private static Command Withdraw() => Changing(
        new Command("withdraw", "Take a consent back: the picture is published no more.") { Picture },
        (_, desk, sha256, by, cancel) => desk.Engine.PictureConsents.WithdrawAsync(sha256, by, cancel));

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Every consent, with its end.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var consents = await desk.Engine.PictureConsents.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Pictures", Columns, consents.Select(Cells), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static string[] Columns { get; } = ["picture", "form", "until", "recorded", "by", "withdrawn"];

    private static string[] Cells(PictureConsent one) =>
    [
        one.Sha256, one.Form ?? "shows nobody", one.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", CaseTable.At(one.RecordedAt), one.RecordedBy,
        one.WithdrawnAt is { } withdrawn ? CaseTable.At(withdrawn) : "",
    ];

    private static Command Changing(Command command, Func<ParseResult, Desk, string, Actor, CancellationToken, ValueTask<PictureConsentResult>> change)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(Picture)!;
            if (!File.Exists(path))
            {
                throw new InputException($"there is no picture {path}");
            }

            var sha256 = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancel)));
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            if (await change(parsed, desk, sha256, desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author), cancel) is PictureConsentResult.Refused refused)
            {
                await Console.Error.WriteLineAsync($"comms: {refused.Reason}");
                return ExitCode.Nothing;
            }

            return ExitCode.Done;
        });
        return command;
    }
}
