using Comms.Core.Publishing;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>
/// Kills one host after the other on one ledger, each at its own step of its own post; those that come after it settle what
/// it left. At the end two hosts that nobody kills finish the rest.
/// </summary>
internal sealed class KillMatrix(Plans plans, HostProgram hosts, IReadOnlyList<KillRun> runs)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(4);

    private readonly Dictionary<string, DateTimeOffset> _planned = [];

    /// <summary>When each account's post was due.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Planned => _planned;

    /// <summary>The runs whose host was killed.</summary>
    public List<KillRun> Killed { get; } = [];

    /// <returns>What became of each account's post.</returns>
    public async Task<IReadOnlyDictionary<string, Delivery>> RunAsync(CancellationToken cancel)
    {
        foreach (var run in runs)
        {
            _planned.Add(run.Account, await plans.AddAsync(run.Account, run.Text, cancel));
            using var host = hosts.Start(run.Account, run.Step, run.Number);
            if (await host.DiesAsync(LongestRun, cancel))
            {
                Killed.Add(run);
            }
        }

        using var one = hosts.Start(0);
        using var two = hosts.Start(0);
        var deliveries = await plans.EndAsync(LongestRest, () => !one.HasExited || !two.HasExited, cancel);
        return deliveries.ToDictionary(delivery => delivery.Rendition.Account, StringComparer.Ordinal);
    }
}
