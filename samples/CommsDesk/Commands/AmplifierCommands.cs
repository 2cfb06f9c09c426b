using System.CommandLine;
using Comms.Core.Amplifiers;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms amplifiers</c>: colleagues who agreed to help spread facts, what they are given, and what came of it.</summary>
internal static class AmplifierCommands
{
    private static readonly Argument<string> Person = new("PERSON") { Description = "Who, in your own directory, as a staff number." };
    private static readonly Argument<string> Post = new("POST") { Description = "A post of yours, by the id of its draft." };

    public static Command Create() => new("amplifiers", "Colleagues who agreed to spread facts from accounts of their own.")
    {
        Agree(), Withdraw(), List(), Offer(), Kit(), Shared(), Work(), Report(),
    };

    private static Command Agree()
    {
        var name = new Option<string>("--name") { Description = "How they want to be named.", Required = true };
        var team = new Option<string>("--team") { Description = "The team whose round-up may celebrate their work.", Required = true };
        var handles = new Option<string[]>("--handle") { Description = "An account of their own; may be given again.", Required = true, Arity = ArgumentArity.OneOrMore };
        var celebrate = new Option<bool>("--celebrate") { Description = "Their own good work may be named in a round-up." };
        var command = new Command("agree", "Record that someone agreed; they can take it back at any time.") { Person, name, team, handles, celebrate };
        return Changing(command, Permission.Author, (parsed, desk, by, cancel) => desk.Engine.Amplifiers.AgreeAsync(
            new NewAmplifier
            {
                Person = parsed.GetValue(Person)!,
                Name = NotBlank.Words(parsed.GetValue(name), "their name"),
                Team = desk.Team(parsed.GetValue(team)!).Id,
                Handles = parsed.GetValue(handles)!,
                MayBeCelebrated = parsed.GetValue(celebrate),
            },
            by,
            cancel));
    }

    private static Command Withdraw() => Changing(
        new Command("withdraw", "Take the consent back: who they are and where they shared is forgotten at once.") { Person },
        Permission.Author,
        (parsed, desk, by, cancel) => desk.Engine.Amplifiers.WithdrawAsync(parsed.GetValue(Person)!, by, cancel));

    private static Command Offer()
    {
        var corrects = new Option<string?>("--corrects") { Description = "The rumour that it corrects, in a line." };
        return Changing(
            new Command("offer", "Offer a post that stands to the amplifiers.") { Post, corrects },
            Permission.Publish,
            (parsed, desk, by, cancel) => desk.Engine.Amplifiers.OfferAsync(parsed.GetValue(Post)!, parsed.GetValue(corrects), by, cancel));
    }

    private static Command Shared()
    {
        var url = new Argument<string>("URL") { Description = "Where they shared it." };
        var reached = new Option<long?>("--reached") { Description = "How many saw it, as they tell." };
        return Changing(
            new Command("shared", "Record that an amplifier passed a fact on; the same address again puts the number right.") { Person, Post, url, reached },
            Permission.Author,
            (parsed, desk, by, cancel) => desk.Engine.Amplifiers.ShareAsync(
                parsed.GetValue(Person)!, parsed.GetValue(Post)!, Address(parsed.GetValue(url)!), parsed.GetValue(reached), by, cancel));
    }

    private static Command Work()
    {
        var title = new Argument<string>("TITLE") { Description = "What they did, in a line." };
        var url = new Argument<string>("URL") { Description = "Where it stands." };
        return Changing(
            new Command("work", "Note a colleague's own good work online, to be celebrated if they wish.") { Person, title, url },
            Permission.Author,
            (parsed, desk, by, cancel) => desk.Engine.Amplifiers.NoteWorkAsync(
                parsed.GetValue(Person)!, NotBlank.Words(parsed.GetValue(title), "what they did"), Address(parsed.GetValue(url)!), by, cancel));
    }

    private static Command List()
    {
        var format = TableFormats.Option();
        var command = new Command("list", "Everyone who agreed, with when they did and whether they still help.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var amplifiers = await desk.Engine.Amplifiers.ListAsync(cancel).ToListAsync(cancel);
            await TableOutput.WriteAsync("Amplifiers", AmplifierTables.Columns, amplifiers.Select(AmplifierTables.Cells), parsed.GetValue(format)!, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Kit()
    {
        var command = new Command("kit", "What there is to pass on of a post: approved words, and where they stand.") { Post };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var post = parsed.GetValue(Post)!;
            var kit = await desk.Engine.Amplifiers.KitAsync(post, cancel) ?? throw new ConfigException($"the post {post} was not offered, or stands nowhere");
            foreach (var piece in kit.Pieces)
            {
                await Console.Out.WriteLineAsync($"{piece.Account}: {piece.Url ?? "no address"}\n{piece.Words}\n");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Report()
    {
        var week = new Option<string?>("--week") { Description = "As 2026-W48; without it, this week.", HelpName = "W" };
        var format = TableFormats.Option();
        var command = new Command("report", "What was shared in a week, how far it reached and what it corrected.") { week, format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var monday = (parsed.GetValue(week) is { } named ? WeekArgument.Read(named) : WeekArgument.Of(desk)).Monday;
            var report = await desk.Engine.Amplifiers.ReportAsync(WeekArgument.Start(desk, monday), WeekArgument.Start(desk, monday.AddDays(7)), cancel);
            await TableOutput.WriteAsync("Shared", AmplifierTables.FactColumns, report.Facts.Select(AmplifierTables.Cells), parsed.GetValue(format)!, cancel);
            await Console.Error.WriteLineAsync(FormattableString.Invariant(
                $"comms: {report.Helping} help; shared {report.Shares} times, {report.Corrections} of them corrections, seen by {report.Reached} as they told"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Uri Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new InputException($"{url} is no address such as https://town.example/1");

    private static Command Changing(Command command, Permission permission, Func<ParseResult, Desk, Actor, CancellationToken, ValueTask<AmplifierResult>> change)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            if (await change(parsed, desk, desk.Actor(parsed.GetValue(DeskOptions.As), permission), cancel) is AmplifierResult.Refused refused)
            {
                await Console.Error.WriteLineAsync($"comms: {refused.Reason}");
                return ExitCode.Nothing;
            }

            return ExitCode.Done;
        });
        return command;
    }
}
