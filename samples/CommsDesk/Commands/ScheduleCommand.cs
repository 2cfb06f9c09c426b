using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms schedule</c>: the control of when it goes out.</summary>
internal static class ScheduleCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The approved draft." };
        var at = new Option<string?>("--at") { Description = "When: local to the zone unless it carries an offset.", HelpName = "TIME" };
        var next = new Option<bool>("--next-slot") { Description = "The team's next free slot." };
        var late = new Option<string?>("--lateness") { Description = "hold, expire, or how late it may go out, as PT2H." };
        var command = new Command("schedule", "Give an approved post its time; without a time, the one its author wanted.") { id, at, next, late };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(at) is not null && parsed.GetValue(next))
            {
                parsed.AddError("--at and --next-slot exclude each other.");
            }
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed, parsed.GetValue(id)!, parsed.GetValue(at), parsed.GetValue(next), parsed.GetValue(late), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string id, string? at, bool next, string? late, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        var post = await desk.Engine.Approval.FindAsync(id, cancel) ?? throw new ConfigException($"nobody has approved a draft {id}");
        var when = await WhenAsync(desk, id, at, next, cancel);
        var refused = await new PostDesk(desk, ".").ScheduleAsync(post, when with { Lateness = Lateness(late) }, publisher, cancel);
        if (refused.Count > 0)
        {
            await Console.Error.WriteLineAsync($"comms: {Phrases.Fill(DeskOptions.Phrases(parsed).Refused, string.Join("; ", refused))}");
            return ExitCode.Nothing;
        }

        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            if (delivery.Post == id)
            {
                await Console.Out.WriteLineAsync($"{delivery.Key} {delivery.Rendition.Account} {delivery.PlannedFor:yyyy-MM-dd'T'HH:mm:sszzz}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<ScheduleRequest> WhenAsync(Desk desk, string id, string? at, bool next, CancellationToken cancel)
    {
        if (at is not null)
        {
            return Time(at);
        }

        if (next)
        {
            return new ScheduleRequest { Taken = await TakenAsync(desk, cancel) };
        }

        var wanted = (await desk.Engine.Authoring.FindAsync(id, cancel))?.WantedAt;
        return wanted is { } instant
            ? new ScheduleRequest { Instant = instant }
            : throw new InputException("its author wanted no time: give --at or --next-slot");
    }

    private static async Task<IReadOnlyCollection<DateTimeOffset>> TakenAsync(Desk desk, CancellationToken cancel)
    {
        var taken = new HashSet<DateTimeOffset>();
        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            taken.Add(delivery.PlannedFor);
        }

        return taken;
    }

    private static ScheduleRequest Time(string at)
    {
        try
        {
            return WallTime.Parse(at);
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message, fault);
        }
    }

    private static Lateness Lateness(string? late)
    {
        try
        {
            return LatenessText.Parse(late);
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message, fault);
        }
    }
}
