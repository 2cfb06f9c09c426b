using System.CommandLine;
using System.Globalization;
using Comms.Core.Governance;
using Comms.Core.RoundUps.Reads;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary><c>comms reads</c>: numbered editions of things to read.</summary>
internal static class ReadsCommand
{
    public static Command Create() => new("reads", "Numbered round-ups of things to read, each approved by someone else.")
    {
        Freeze(), Approve(), Reject(), Correct(), List(), Show(),
    };

    private static Command Freeze()
    {
        var file = new Argument<string>("FILE") { Description = "The edition as JSON; - reads it from the pipe." };
        var limit = new Option<int>("--title-limit") { Description = "The longest title.", DefaultValueFactory = _ => 65 };
        limit.Between(1, 10_000);
        return Stepping(new Command("freeze", "Give an edition its number and its title; prints number, hash and title.") { file, limit }, Permission.Author, async (parsed, desk, by, cancel) =>
            await desk.Engine.Reads.FreezeAsync(await ReadFile.ReadAsync(parsed.GetValue(file)!, cancel) with { TitleLimit = parsed.GetValue(limit) }, by, cancel));
    }

    private static Command Approve()
    {
        var (series, hash) = (Series(), new Argument<string>("HASH") { Description = "What was looked at, as comms reads freeze printed it." });
        return Stepping(new Command("approve", "Approve the frozen edition: its number is its own for good.") { series, hash }, Permission.Approve, (parsed, desk, by, cancel) =>
            desk.Engine.Reads.ApproveAsync(parsed.GetValue(series)!, parsed.GetValue(hash)!, by, cancel));
    }

    private static Command Reject()
    {
        var (series, reason) = (Series(), new Option<string>("--reason") { Description = "Why, for its author.", Required = true });
        return Stepping(new Command("reject", "Reject the frozen edition, and free its number.") { series, reason }, Permission.Approve, (parsed, desk, by, cancel) =>
            desk.Engine.Reads.RejectAsync(parsed.GetValue(series)!, NotBlank.Words(parsed.GetValue(reason), "a reason"), by, cancel));
    }

    private static Command Correct()
    {
        var (series, number, text) = (Series(), Number(), new Argument<string>("TEXT") { Description = "What was wrong, and what is right." });
        return Stepping(new Command("correct", "Put a correction beside an approved edition.") { series, number, text }, Permission.Approve, (parsed, desk, by, cancel) =>
            desk.Engine.Reads.CorrectAsync(parsed.GetValue(series)!, parsed.GetValue(number), NotBlank.Words(parsed.GetValue(text), "a correction"), by, cancel));
    }

    private static Command List()
    {
        var series = Series();
        var command = new Command("list", "The editions of a series.") { series };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            await foreach (var edition in desk.Engine.Reads.ListAsync(parsed.GetValue(series)!, cancel))
            {
                await TellAsync(edition);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var (series, number, format) = (Series(), Number(), DocumentFormats.Option());
        var to = PageDelivery.To();
        var command = new Command("show", "One edition in any form.") { series, number, to, format, DocumentFormats.FeedUrl };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var edition = await desk.Engine.Reads.FindAsync(parsed.GetValue(series)!, parsed.GetValue(number), cancel)
                ?? throw new ConfigException(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(series)} has no #{parsed.GetValue(number)}"));
            return edition.State == ReadState.Frozen && parsed.GetValue(to)!.Length > 0
                ? await Decision.SayAsync("nobody has approved it yet: comms reads approve", ExitCode.Nothing)
                : await PageDelivery.DeliverAsync(parsed, desk, edition.Document, parsed.GetValue(to)!, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
        });
        return command;
    }

    private static Argument<string> Series() => new("SERIES") { Description = "The series by its name." };

    private static Argument<int> Number() => new("N") { Description = "The edition's number." };

    private static Command Stepping(Command command, Permission permission, Func<ParseResult, Desk, Actor, CancellationToken, ValueTask<ReadResult>> step)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            switch (await step(parsed, desk, desk.Actor(parsed.GetValue(DeskOptions.As), permission), cancel))
            {
                case ReadResult.Done done:
                    await TellAsync(done.Edition);
                    return ExitCode.Done;
                case ReadResult.Refused refused:
                    return await Decision.SayAsync(string.Join("; ", refused.Reasons), ExitCode.Nothing);
                default:
                    throw new InvalidOperationException("A step has no other outcome.");
            }
        });
        return command;
    }

    private static Task TellAsync(ReadRoundUp edition) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{edition.Number} {edition.Hash} {edition.State.ToString().ToLowerInvariant()} {edition.Title}"));
}
