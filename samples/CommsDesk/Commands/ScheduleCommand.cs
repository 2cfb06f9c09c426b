using System.CommandLine;
using System.Globalization;
using Comms.Core.Approval;
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
        var arguments = new ScheduleArguments();
        var command = new Command("schedule", "Give an approved post its time; without a time, the one its author wanted.");
        arguments.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, arguments, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ScheduleArguments arguments, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        var posts = new List<ApprovedPost>();
        foreach (var id in arguments.Ids(parsed))
        {
            posts.Add(await desk.Engine.Approval.FindAsync(id, cancel) ?? throw new ConfigException($"nobody has approved a draft {id}"));
        }

        if (arguments.InTurnUntil(parsed, desk.Config.Zone) is { } until)
        {
            return await InTurnAsync(desk, parsed, posts, arguments, until, publisher, cancel);
        }

        var request = await WhenAsync(desk, parsed, arguments, cancel);
        var results = arguments.WeekAhead(parsed)
            ? desk.Engine.Scheduling.ScheduleWeekAhead(posts, request, publisher)
            : [desk.Engine.Scheduling.Schedule(posts[0], request, publisher)];
        var refused = 0;
        foreach (var (id, result) in arguments.Ids(parsed).Zip(results))
        {
            refused += await TakeAsync(desk, parsed, id, result, cancel) ? 0 : 1;
        }

        return refused == 0 ? ExitCode.Done : refused < results.Count ? ExitCode.SetAside : ExitCode.Nothing;
    }

    private static async Task<int> InTurnAsync(
        Desk desk, ParseResult parsed, IReadOnlyList<ApprovedPost> posts, ScheduleArguments arguments, DateTimeOffset until, Actor publisher, CancellationToken cancel)
    {
        var planned = await PostDesk.PlannedAsync(desk, cancel);
        var last = PostDesk.Last(planned);
        Evergreen[] pool = [.. posts.Select(post => new Evergreen { Id = post.Id, Last = last.TryGetValue(post.Id, out var at) ? at : null, Rest = arguments.Rest(parsed) })];
        var request = arguments.Read(parsed, desk.Config.Zone).Request with { Plan = PostDesk.Plan(planned) };
        var results = desk.Engine.Scheduling.ScheduleInTurn(posts, pool, until, request, publisher);
        var taken = 0;
        foreach (var result in results)
        {
            taken += await TakeAsync(desk, parsed, (result as ScheduleResult.Scheduled)?.Post.Id ?? "", result, cancel) ? 1 : 0;
        }

        if (results.Count == 0)
        {
            await Console.Error.WriteLineAsync("comms: no evergreen has a turn until then");
        }

        return taken == results.Count ? ExitCode.Done : taken > 0 ? ExitCode.SetAside : ExitCode.Nothing;
    }

    private static async Task<bool> TakeAsync(Desk desk, ParseResult parsed, string id, ScheduleResult result, CancellationToken cancel)
    {
        if (result is not ScheduleResult.Scheduled { Post: var post })
        {
            var reasons = string.Join("; ", ((ScheduleResult.Refused)result).Reasons);
            await Console.Error.WriteLineAsync($"comms: {Phrases.Fill(DeskOptions.Phrases(parsed).Refused, reasons)}");
            return false;
        }

        await desk.Engine.Publishing.AcceptAsync(post, cancel);
        foreach (var remark in new[] { post.HeldBy is null ? null : $"it waits for a person: {post.HeldBy}", post.Exemption }.OfType<string>())
        {
            await Console.Error.WriteLineAsync($"comms: {id}: {remark}");
        }

        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            if (delivery.Post == id)
            {
                var at = delivery.PlannedFor.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
                await Console.Out.WriteLineAsync($"{delivery.Key} {delivery.Rendition.Account} {at}");
            }
        }

        return true;
    }

    private static async Task<ScheduleRequest> WhenAsync(Desk desk, ParseResult parsed, ScheduleArguments arguments, CancellationToken cancel)
    {
        var (request, hasTime) = arguments.Read(parsed, desk.Config.Zone);
        request = request with { Plan = await PostDesk.PlanAsync(desk, cancel) };
        if (hasTime || arguments.NextSlot(parsed) || arguments.WeekAhead(parsed))
        {
            return request;
        }

        var wanted = (await desk.Engine.Authoring.FindAsync(arguments.Ids(parsed)[0], cancel))?.WantedAt;
        return wanted is { } instant
            ? request with { Instant = instant }
            : throw new InputException("its author wanted no time: give --at or --next-slot");
    }
}
