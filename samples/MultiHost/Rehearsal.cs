using System.Diagnostics;
using System.Globalization;
using Comms.Core;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace MultiHost;

/// <summary>Plans the posts, starts three hosts, kills one every few seconds until all is published, and prints the table.</summary>
internal static class Rehearsal
{
    private const int HostCount = 3;

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly Actor Author = new("author", ["author"]);
    private static readonly Actor Publisher = new("publisher", ["approver", "publisher"]);

    public static async Task<int> RunAsync(World world, int posts)
    {
        await using var ledger = await world.OpenAsync();
        var comms = new CommsBuilder();
        world.Furnish(comms, ledger, "rehearsal");
        var engine = comms.Build();
        for (var post = 0; post < posts; post++)
        {
            await PlanAsync(engine, post);
        }

        var kills = await KillAsync(world, engine);
        return Tell(world, await CountAsync(engine), posts, kills);
    }

    private static async Task PlanAsync(CommsEngine engine, int post)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Notice {post}.");
        if (await engine.Authoring.AddAsync(new NewDraft { Text = text, Accounts = [World.Board(post)], Key = text }, Author) is DraftResult.Added { Draft: var draft }
            && await engine.Approval.ApproveAsync(draft, Publisher) is ApprovalResult.Approved { Post: var approved }
            && engine.Scheduling.Schedule(approved, new ScheduleRequest { Instant = engine.Clock.GetUtcNow().AddSeconds(2) }, Publisher) is ScheduleResult.Scheduled { Post: var scheduled })
        {
            await engine.Publishing.AcceptAsync(scheduled);
        }
    }

    private static async Task<int> KillAsync(World world, CommsEngine engine)
    {
        var (kills, calls, started) = (0, 0L, engine.Clock.GetTimestamp());
        Process[] hosts = [.. Enumerable.Range(0, HostCount).Select(number => Start(world, $"host-{number}"))];
        while (await IsAtWorkAsync(engine) && engine.Clock.GetElapsedTime(started) < Longest)
        {
            await Task.Delay(BetweenKills, engine.Clock);
            if (world.LengthOfCalls() is var now && now == calls)
            {
                // Nobody has come to send anything since: on a busy machine hosts would be killed before they have started.
                continue;
            }

            calls = now;
            var victim = kills % HostCount;
            hosts[victim].Kill();
            await hosts[victim].WaitForExitAsync();
            hosts[victim].Dispose();
            hosts[victim] = Start(world, string.Create(CultureInfo.InvariantCulture, $"host-{victim}-{++kills}"));
        }

        foreach (var host in hosts)
        {
            host.Kill();
            host.Dispose();
        }

        return kills;
    }

    private static Process Start(World world, string name) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Own(), "host", name, world.Schema, world.Folder]) { UseShellExecute = false })!;

    // Started as "dotnet multihost.dll", the process is dotnet.
    private static string[] Own() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Rehearsal).Assembly.Location] : [];

    private static async Task<bool> IsAtWorkAsync(CommsEngine engine) =>
        (await CountAsync(engine)).Any(count => count.Key is not (DeliveryState.Published or DeliveryState.NeedsHuman));

    private static async Task<SortedDictionary<DeliveryState, int>> CountAsync(CommsEngine engine)
    {
        var counts = new SortedDictionary<DeliveryState, int>();
        await foreach (var delivery in engine.Publishing.ListAsync())
        {
            counts[delivery.State] = counts.GetValueOrDefault(delivery.State) + 1;
        }

        return counts;
    }

    private static int Tell(World world, SortedDictionary<DeliveryState, int> counts, int posts, int kills)
    {
        var texts = world.Files().Select(File.ReadAllText).ToArray();
        var twice = texts.Length - texts.Distinct(StringComparer.Ordinal).Count();
        Row("posts planned", posts);
        Row("hosts killed", kills);
        Row("calls that send", world.CountCalls());
        foreach (var (state, count) in counts)
        {
            Row($"ledger: {state}", count);
        }

        Row("on the boards", texts.Length);
        Row("there twice", twice);
        Row("missing", posts - (texts.Length - twice));
        return texts.Length == posts && twice == 0 ? 0 : 1;
    }

    private static void Row(string what, int count) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-22}{count,6}"));
}
