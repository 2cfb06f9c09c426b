using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;
using Quartz;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>The nodes of a cluster of Quartz.NET on one database, with a job that does nothing and counts that it was done.</summary>
internal sealed class QuartzCluster : IAsyncDisposable
{
    private static readonly JobKey Job = new("nothing");
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(12);

    private readonly IScheduler[] _nodes;
    private int _planned;
    private Task _fired = Task.CompletedTask;

    private QuartzCluster(IScheduler[] nodes) => _nodes = nodes;

    public static async Task<QuartzCluster> OpenAsync(string connection, int nodes, int batch)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"q_{Environment.ProcessId}_{nodes}_");
        var cluster = new QuartzCluster([.. await Task.WhenAll(Enumerable.Range(0, nodes).Select(node => NodeAsync(connection, prefix, node, batch)))]);
        await cluster._nodes[0].AddJob(JobBuilder.Create<Nothing>().WithIdentity(Job).StoreDurably().Build());
        await Task.WhenAll(cluster._nodes.Select(node => node.Start().AsTask()));
        return cluster;
    }

    /// <summary>Plans triggers that all fall due at one instant, and waits for it: planning is not counted.</summary>
    /// <exception cref="InvalidOperationException">Planning took longer than until then.</exception>
    public async Task PlanAsync(int triggers)
    {
        _fired = Nothing.Expect(triggers);
        var due = TimeProvider.System.GetUtcNow() + Ahead;
        for (var left = triggers; left > 0; left--)
        {
            var trigger = TriggerBuilder.Create().WithIdentity(string.Create(CultureInfo.InvariantCulture, $"trigger {_planned++}")).ForJob(Job).StartAt(due).Build();
            await _nodes[0].ScheduleJob(trigger);
        }

        if (due - TimeProvider.System.GetUtcNow() is var rest && rest < TimeSpan.Zero)
        {
            throw new InvalidOperationException($"Planning {triggers} triggers took longer than {Ahead}.");
        }

        await Task.Delay(rest, TimeProvider.System);
    }

    /// <summary>Waits until all that was planned was fired.</summary>
    public Task FireAsync() => _fired;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.Shutdown();
        }
    }

    private static async Task<IScheduler> NodeAsync(string connection, string prefix, int node, int batch) => await QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = prefix;
            options.InstanceId = string.Create(CultureInfo.InvariantCulture, $"node {node}");
            options.MaxBatchSize = batch;
        });
        quartz.UseDefaultThreadPool(Math.Max(10, batch));
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.ConfigureStore(options => options.TablePrefix = prefix);
            store.ProvisionSchema();
            store.UseClustering();
        });
    }).BuildScheduler();

    [SuppressMessage("Performance", "CA1812", Justification = "Quartz makes it.")]
    private sealed class Nothing : IJob
    {
        private static TaskCompletionSource s_all = new();
        private static int s_left;

        public static Task Expect(int times)
        {
            s_all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref s_left, times);
            return s_all.Task;
        }

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Decrement(ref s_left) == 0)
            {
                s_all.SetResult();
            }

            return ValueTask.CompletedTask;
        }
    }
}
