using System.Collections.Concurrent;
using System.Diagnostics;
using Comms.Core.Governance;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Comms.Core.Publishing;

/// <summary>Which of a channel's calls a breaker watches.</summary>
internal enum CallKind
{
    /// <summary>Repeatable; shows nothing.</summary>
    Prepare,

    /// <summary>The one mutating call.</summary>
    Send,
}

/// <summary>
/// One pipeline per account and step: a time limit inside the lease, and a breaker that rests an account whose channel
/// keeps failing, so that it slows no other. Preparing has a breaker of its own, or its successes would hide that sending
/// fails. Retrying is the ledger's, where it survives a crash.
/// </summary>
internal sealed class SendPipelines(PublishingOptions options, TimeProvider clock, Telemetry telemetry)
{
    private readonly ConcurrentDictionary<(string Account, CallKind Kind), Breaker> _breakers = new();
    private readonly ResiliencePipeline _limit = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddTimeout(new TimeoutStrategyOptions { Timeout = options.SendTimeout })
        .Build();

    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Accounts whose channel kept failing, so that it is left alone for a while; in order of their ids.</summary>
    public IReadOnlyList<string> Resting =>
        [.. _breakers.Where(pair => pair.Value.State.CircuitState == CircuitState.Open).Select(pair => pair.Key.Account).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Calls a channel under the breaker of its account and step.</summary>
    /// <exception cref="BrokenCircuitException">The account rests, or the channel threw it itself.</exception>
    public ValueTask<T> CallAsync<T>(
        string account, CallKind kind, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancel) =>
        RunAsync(kind == CallKind.Send ? "send" : "prepare", _breakers.GetOrAdd((account, kind), _ => Build()).Pipeline, call, cancel);

    /// <summary>Asks a channel within the time limit, whether or not its account rests.</summary>
    public ValueTask<T> AskAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancel) => RunAsync("ask", _limit, call, cancel);

    /// <summary>A call that ignores its time limit is left to itself: no channel can stop the dispatcher.</summary>
    private async ValueTask<T> RunAsync<T>(
        string act, ResiliencePipeline pipeline, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancel)
    {
        using var span = telemetry.StartCall(act);
        try
        {
            return await pipeline.ExecuteAsync(call, cancel).AsTask().WaitAsync(options.HardStop, clock, cancel).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Its words may name a reader; its type cannot.
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", fault.GetType().FullName);
            throw;
        }
    }

    private Breaker Build()
    {
        var state = new CircuitBreakerStateProvider();
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = Rest,
                StateProvider = state,
            })
            .AddPipeline(_limit)
            .Build();
        return new Breaker(pipeline, state);
    }

    private sealed record Breaker(ResiliencePipeline Pipeline, CircuitBreakerStateProvider State);
}
