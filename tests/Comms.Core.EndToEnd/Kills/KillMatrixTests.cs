using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>
/// Real processes, a real server that keeps its own log, SIGKILL at every step of every class under every answer.
/// COMMS_KILL_RUNS says how many kills on each store, COMMS_KILL_FIRST with which to begin; COMMS_KILL_HOST is the program,
/// natively compiled.
/// </summary>
public abstract class KillMatrixTests(ITestOutputHelper output)
{
    private const int Runs = 24;

    private protected async Task RunAsync(ILedger ledger, IMediaStore media, string store, TemporaryFolder folder, string? clock)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGKILL on Windows");
        KillRun[] runs = [.. KillRun.Spread(From("COMMS_KILL_RUNS", Runs), From("COMMS_KILL_FIRST", 0))];
        using var boards = new BoardServer(runs);
        var hosts = new HostProgram(store, boards, boards.List(folder)) { Clock = clock };
        var matrix = new KillMatrix(Plans.On(ledger, media, runs), hosts, runs);

        var deliveries = await matrix.RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine(Table.Of(matrix, runs, deliveries, boards));
        Assert.Equal(runs.Length, deliveries.Count);
        Assert.NotEmpty(matrix.Killed);
        var wrong = runs.Select(run => Wrong(run, deliveries[run.Account], boards.SeenOn(run.Account), matrix.Planned[run.Account])).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <returns>What must not be; null when all is well.</returns>
    private static string? Wrong(KillRun run, Delivery delivery, IReadOnlyList<Seen> seen, DateTimeOffset planned)
    {
        var wrong = seen.Count > 1 && run.Idempotency != IdempotencyClass.AtLeastOnce ? "it stands twice"
            : seen.Count > 1 && !delivery.MayStandTwice ? "it stands twice, and the ledger does not say so"
            : delivery.Due is not null ? "it was lost"
            : delivery.State == DeliveryState.Published && seen.Count == 0 ? "it does not stand"
            : delivery.State is not (DeliveryState.Published or DeliveryState.NeedsHuman) ? "nobody decided that"
            : delivery.State == DeliveryState.NeedsHuman && run.Idempotency != IdempotencyClass.None && !run.FailsReplays ? "no person was needed"
            : seen.Any(one => one.At < planned) ? "it stood before its time"
            : seen.Any(one => one.Text != run.Text) ? "other words were approved"
            : null;
        return wrong is null ? null : $"{run}: {delivery.State} ({delivery.Reason}), seen {seen.Count} times: {wrong}";
    }

    private static int From(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
