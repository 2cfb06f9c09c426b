using System.Diagnostics;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.Governance;
using Comms.Core.KillHost;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Comms.Core.Tests;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>
/// Kills one host after the other on one ledger, each at its own step of its own post; those that come after it settle what
/// it left. At the end two hosts that nobody kills finish the rest.
/// </summary>
internal sealed class KillMatrix(ILedger ledger, IMediaStore media, string store, BoardServer boards, IReadOnlyList<KillRun> runs)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan UntilDue = TimeSpan.FromMilliseconds(150);
    private static readonly Actor Author = new("author", ["author"]);
    private static readonly Actor Publisher = new("publisher", ["approver", "publisher"]);

    private readonly Dictionary<string, DateTimeOffset> _planned = [];

    /// <summary>How far the clock of each host is off, in turn; the libfaketime that does it, or null.</summary>
    public string? Clock { get; init; }

    public IReadOnlyDictionary<string, DateTimeOffset> Planned => _planned;

    /// <summary>The runs whose host was killed.</summary>
    public List<KillRun> Killed { get; } = [];

    public async Task<IReadOnlyDictionary<string, Delivery>> RunAsync(TemporaryFolder folder, CancellationToken cancel)
    {
        var accounts = folder.In("accounts");
        await File.WriteAllLinesAsync(accounts, runs.Select(run => run.Account), cancel);
        var comms = new CommsBuilder().UseLedger(ledger, media);
        foreach (var run in runs)
        {
            boards.Add(run);
            comms.AddChannel(new NamedChannel(run.Account, run.Idempotency));
        }

        var engine = comms.Build();
        foreach (var run in runs)
        {
            await PlanAsync(engine, run, cancel);
            if (await DiesAsync(Start(accounts, run.Account, run.Step, run.Number), cancel))
            {
                Killed.Add(run);
            }
        }

        return await FinishAsync(engine, accounts, cancel);
    }

    private async Task PlanAsync(CommsEngine engine, KillRun run, CancellationToken cancel)
    {
        if (await engine.Authoring.AddAsync(new NewDraft { Text = run.Text, Accounts = [run.Account], Key = run.Account }, Author, cancel) is DraftResult.Added { Draft: var draft }
            && await engine.Approval.ApproveAsync(draft, Publisher, cancel) is ApprovalResult.Approved { Post: var approved }
            && engine.Scheduling.Schedule(approved, new ScheduleRequest { Instant = engine.Clock.GetUtcNow() + UntilDue }, Publisher) is ScheduleResult.Scheduled { Post: var scheduled }
            && await engine.Publishing.AcceptAsync(scheduled, cancel))
        {
            _planned.Add(run.Account, scheduled.When.Instant);
            return;
        }

        throw new InvalidOperationException($"{run.Account} could not be planned.");
    }

    /// <returns>Whether it was killed; false when it came to an end without reaching its step.</returns>
    private static async Task<bool> DiesAsync(Process host, CancellationToken cancel)
    {
        using var process = host;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return process.ExitCode is 137 or 9 ? true : process.ExitCode == 0 ? false : throw new InvalidOperationException($"A host ended with {process.ExitCode}.");
    }

    private async Task<IReadOnlyDictionary<string, Delivery>> FinishAsync(CommsEngine engine, string accounts, CancellationToken cancel)
    {
        using var one = Start(accounts, "-", Step.None, 0);
        using var two = Start(accounts, "-", Step.None, 0);
        try
        {
            var started = engine.Clock.GetTimestamp();
            while (true)
            {
                var deliveries = await engine.Publishing.ListAsync(cancel).ToDictionaryAsync(delivery => delivery.Rendition.Account, StringComparer.Ordinal, cancel);
                if (deliveries.Values.All(delivery => delivery.Due is null) || engine.Clock.GetElapsedTime(started) > LongestRest)
                {
                    return deliveries;
                }

                if (one.HasExited && two.HasExited)
                {
                    throw new InvalidOperationException("The hosts that were to finish the rest are gone.");
                }

                await Task.Delay(TimeSpan.FromSeconds(2), engine.Clock, cancel);
            }
        }
        finally
        {
            one.Kill();
            two.Kill();
        }
    }

    private Process Start(string accounts, string account, Step step, int number)
    {
        string[] arguments = [store, boards.Address, accounts, account, $"{step}"];
        var native = Environment.GetEnvironmentVariable("COMMS_KILL_HOST");
        var start = native is null
            ? new ProcessStartInfo("dotnet", [Built(), .. arguments])
            : new ProcessStartInfo(native, arguments);
        if (Clock is not null)
        {
            string[] off = ["+0", "+30s", "-30s", "+3600s", "-3600s"];
            start.Environment["LD_PRELOAD"] = Clock;
            start.Environment["FAKETIME"] = off[number % off.Length];
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        }

        return Process.Start(start)!;
    }

    private static string Built()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf("tests", "Comms.Core.KillHost", "bin", framework.Parent!.Name, framework.Name, "Comms.Core.KillHost.dll");
    }
}
