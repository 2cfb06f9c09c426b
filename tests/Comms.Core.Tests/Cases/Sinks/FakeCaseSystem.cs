using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;

namespace Comms.Core.Tests.Cases.Sinks;

/// <summary>A case system that keeps what it is sent, and fails as it is told. It cannot be asked.</summary>
internal class FakeCaseSystem(string id) : ICaseSink
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<CaseCopy, CancellationToken, ValueTask<SendOutcome>>> _next = new();

    public string Id => id;

    /// <summary>What arrived, in order.</summary>
    public List<CaseCopy> Arrived { get; } = [];

    public void Next(Func<CaseCopy, SendOutcome> outcome) => _next.Enqueue((copy, _) => ValueTask.FromResult(outcome(copy)));

    public void Next(Func<CaseCopy, CancellationToken, ValueTask<SendOutcome>> outcome) => _next.Enqueue(outcome);

    public ValueTask<SendOutcome> SendAsync(CaseCopy copy, CancellationToken cancel) =>
        _next.TryDequeue(out var outcome) ? outcome(copy, cancel) : ValueTask.FromResult<SendOutcome>(new SendOutcome.Accepted(Take(copy)));

    public Receipt Take(CaseCopy copy)
    {
        lock (_gate)
        {
            Arrived.Add(copy);
            return copy.Before ?? new Receipt("T-" + copy.Case.Id[..8]);
        }
    }
}

/// <summary>One that can be asked, and knows what it was sent.</summary>
internal sealed class AskableCaseSystem(string id) : FakeCaseSystem(id), ICaseLookUp
{
    public ReadBack? Says { get; set; }

    public ValueTask<ReadBack> FindAsync(CaseCopy copy, CancellationToken cancel) => ValueTask.FromResult(
        Says ?? (Arrived.Any(one => one.Key == copy.Key) ? new ReadBack.Found(copy.Before ?? new Receipt("T-" + copy.Case.Id[..8])) : new ReadBack.Absent()));
}
