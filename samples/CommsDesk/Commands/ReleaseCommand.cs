using System.CommandLine;
using Comms.Core.Authoring;
using Comms.Core.Authoring.Press;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary><c>comms draft release</c>: a press release with an embargo, for the press lists and for everyone.</summary>
internal static class ReleaseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The release as plain text, its title first; - reads it from the pipe." };
        var press = new Option<string[]>("--press") { Description = "A press list, as an account of e-mail; may be given again.", Required = true };
        var everyone = new Option<string[]>("--everyone") { Description = "An account on which it stands for everyone when the embargo ends; may be given again.", DefaultValueFactory = _ => [] };
        var embargo = new Option<string>("--embargo") { Description = "When the embargo ends, as 2026-11-28T09:00 in the team's zone, or with an offset.", Required = true };
        var variants = new Option<string[]>("--variant") { Description = "ACCOUNT=WORDS: other words for one of those accounts.", DefaultValueFactory = _ => [] };
        var media = new Option<string[]>("--media") { Description = "A picture; each needs its --alt.", DefaultValueFactory = _ => [] };
        var alt = new Option<string[]>("--alt") { Description = "What the picture shows, in the order of --media.", DefaultValueFactory = _ => [] };
        var candour = new Option<bool>("--candour") { Description = "A family must be told before it is approved: comms draft told." };
        var marks = new Option<string[]>("--mark") { Description = "What it is, where a rule asks for more approvers; may be given again.", DefaultValueFactory = _ => [] };
        var kit = new Option<string?>("--kit") { Description = "The kit of a difficult story that must be ready before it is approved: comms kit." };
        var key = new Option<string?>("--key") { Description = "Your own name for the release: the same key is the same release." };
        var command = new Command("release", "Keep a press release with an embargo as two drafts, for the press and for everyone; prints their ids.")
        {
            file, press, everyone, embargo, variants, media, alt, candour, marks, kit, key,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var author = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author);
            var pictures = DraftCommand.Pictures(parsed.GetValue(media)!, parsed.GetValue(alt)!);
            var release = new NewPressRelease
            {
                Text = NotBlank.Words(await PersonalCommand.ReadAsync(parsed.GetValue(file)!, cancel), "the release"),
                Press = parsed.GetValue(press)!,
                Everyone = parsed.GetValue(everyone)!,
                Embargo = Instant(parsed.GetValue(embargo)!, desk),
                Variants = DraftCommand.Pairs(parsed.GetValue(variants)!),
                Media = await new PostDesk(desk, Directory.GetCurrentDirectory()).StoreAsync(pictures, cancel),
                Candour = parsed.GetValue(candour),
                Marks = parsed.GetValue(marks)!,
                Kit = parsed.GetValue(kit),
                Key = parsed.GetValue(key),
            };
            return await AddAsync(parsed, desk, PressRelease.Of(release, desk.Config.Zone), author, cancel);
        });
        return command;
    }

    /// <summary>Both or, where one is refused, what could be kept: the other is there to be put right, under the same key.</summary>
    private static async Task<int> AddAsync(ParseResult parsed, Desk desk, PressRelease release, Actor author, CancellationToken cancel)
    {
        foreach (var draft in new[] { release.ToPress, release.ToEveryone }.OfType<NewDraft>())
        {
            var end = await DraftCommand.TellAsync(parsed, await desk.Engine.Authoring.AddAsync(draft, author, cancel));
            if (end != ExitCode.Done)
            {
                return end;
            }
        }

        return ExitCode.Done;
    }

    private static DateTimeOffset Instant(string at, Desk desk)
    {
        try
        {
            return WallTime.Instant(at, desk.Config.Zone);
        }
        catch (FormatException fault)
        {
            throw new InputException($"--embargo: {fault.Message}");
        }
    }
}
