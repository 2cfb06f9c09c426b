using System.CommandLine;
using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Publishing;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary>
/// <c>comms tasks</c>: what waits for a person. Posts for platforms without an adapter, to be copied and posted by hand, and
/// posts of which nobody can tell whether they stand.
/// </summary>
internal static class TasksCommand
{
    public static Command Create() => new("tasks", "What waits for a person: posts to put up by hand, and posts nobody can tell whether they stand.")
    {
        List(), Show(), Done(), Again(), Drop(),
    };

    private static Command List()
    {
        var list = new Command("list", "Every task with its deadline, the most pressing first.");
        list.SetAction(ListAsync);
        return list;
    }

    private static Command Show()
    {
        var key = Key();
        var folder = new Option<string?>("--out") { Description = "Write the pictures here, each with its description beside it.", HelpName = "DIR" };
        var show = new Command("show", "The words, ready to copy, and the pictures.") { key, folder };
        show.SetAction((parsed, cancel) => ShowAsync(parsed, parsed.GetValue(key)!, parsed.GetValue(folder), cancel));
        return show;
    }

    private static Command Done()
    {
        var key = Key();
        var url = new Option<string?>("--url") { Description = "Where it stands; none for what has no address, as a notice on a board." };
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !(Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                result.AddError($"--url: '{given}' is no address of a page.");
            }
        });
        var done = new Command("done", "It stands.") { key, url };
        done.SetAction((parsed, cancel) => Decision.MakeAsync(
            parsed, parsed.GetValue(key)!, DeliveryState.NeedsHuman, "stands",
            (publishing, delivery, publisher) => publishing.ConfirmAsync(delivery, new Receipt($"by hand: {publisher.Id}", parsed.GetValue(url)), publisher, cancel), cancel));
        return done;
    }

    private static Command Again()
    {
        var key = Key();
        var again = new Command("again", "Send it again, although it may stand already: then it stands twice.") { key };
        again.SetAction((parsed, cancel) => Decision.MakeAsync(
            parsed, parsed.GetValue(key)!, DeliveryState.NeedsHuman, "is sent again",
            (publishing, delivery, publisher) => publishing.SendAgainAsync(delivery, publisher, cancel), cancel));
        return again;
    }

    private static Command Drop()
    {
        var key = Key();
        var reason = new Option<string>("--reason") { Description = "Why, for the audit.", Required = true };
        var drop = new Command("drop", "It does not stand and is not to: take it back for good.") { key, reason };
        drop.SetAction((parsed, cancel) => Decision.MakeAsync(
            parsed, parsed.GetValue(key)!, DeliveryState.NeedsHuman, "is withdrawn",
            (publishing, delivery, publisher) => publishing.WithdrawAsync(delivery, parsed.GetValue(reason)!, publisher, cancel), cancel));
        return drop;
    }

    private static Argument<string> Key() => new("KEY") { Description = "The delivery, as comms tasks list names it." };

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var now = desk.Engine.Clock.GetUtcNow();
        var tasks = await desk.Engine.Publishing.ListAsync(cancel).Where(delivery => delivery.State == DeliveryState.NeedsHuman).ToListAsync(cancel);
        foreach (var task in tasks.OrderBy(task => task.Deadline).ThenBy(task => task.Key.Value, StringComparer.Ordinal))
        {
            var to = task.Recipient is { } recipient ? $" for {recipient}" : "";
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{task.Key} {task.Rendition.Account} {(task.Deadline < now ? "overdue since" : "by")} {task.Deadline:yyyy-MM-dd'T'HH:mm:sszzz}{to}: {task.Reason}"));
        }

        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, string key, string? folder, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var task = await Decision.FindAsync(desk, key, cancel);
        await Console.Out.WriteLineAsync(task.Rendition.Text);
        foreach (var (at, media) in task.Rendition.Media.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{at + 1}.{media.Type.Split('/')[^1]}");
            await Console.Error.WriteLineAsync($"comms: {name}, {media.Type}: {media.Alt}");
            if (folder is not null)
            {
                await WriteAsync(desk, media, Path.Combine(folder, name), cancel);
            }
        }

        return ExitCode.Done;
    }

    private static async Task WriteAsync(Desk desk, MediaRef media, string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var stored = await desk.Engine.Media.OpenAsync(media.Sha256, cancel) ?? throw new ConfigException($"the media store has no {media.Sha256}");
        await using var file = File.Create(path);
        await stored.CopyToAsync(file, cancel);
        await File.WriteAllTextAsync(path + ".txt", media.Alt + "\n", cancel);
    }
}
