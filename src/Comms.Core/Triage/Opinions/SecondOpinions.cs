using Comms.Core.Ledger;

namespace Comms.Core.Triage.Opinions;

/// <summary>
/// Asks for a second opinion on messages that triage is unsure of, and holds it to its bounds: personal data stay here, a
/// budget and a time limit are kept, and whatever goes wrong leaves the first answer standing. An opinion may add and may
/// raise; it never removes a flag or a duty, never lowers an urgency, and never spares a person the look. Thread-safe.
/// </summary>
public sealed class SecondOpinions
{
    private readonly Triager _triager;
    private readonly ISecondOpinion _opinion;
    private readonly OpinionOptions _options;
    private readonly TimeProvider _clock;
    private readonly OpinionBudget _budget;

    /// <summary>Makes an asker.</summary>
    /// <param name="triager">Whose labels are offered.</param>
    /// <param name="opinion">Who is asked.</param>
    /// <param name="options">What it may cost; null for the defaults.</param>
    /// <param name="clock">What windows and time limits go by; null for the system's.</param>
    /// <param name="ledger">Where the budget is kept, so that it holds across hosts; null for memory.</param>
    public SecondOpinions(
        Triager triager, ISecondOpinion opinion, OpinionOptions? options = null, TimeProvider? clock = null, ILedger? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(triager);
        ArgumentNullException.ThrowIfNull(opinion);
        (_triager, _opinion, _options, _clock) = (triager, opinion, options ?? new OpinionOptions(), clock ?? TimeProvider.System);
        _options.Check();
        _budget = new OpinionBudget(ledger ?? new InMemoryLedger(_clock), _clock, _options);
    }

    /// <summary>Asks about a message, if triage is unsure of it.</summary>
    /// <param name="message">As triage judged it.</param>
    /// <param name="cancel">Stops; nothing is lost, since the first answer is the caller's already.</param>
    public async ValueTask<OpinionResult> ConsiderAsync(TriagedMessage message, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!OpinionRules.IsUnsure(message.Findings))
        {
            return new OpinionResult(message, "triage is sure of it");
        }

        var request = OpinionRules.Request(message, _triager, _options);
        var reserved = OpinionBudget.Estimate(request);
        if (!await _budget.TryTakeAsync(reserved, cancel).ConfigureAwait(false))
        {
            return new OpinionResult(message, "the budget of this window is spent");
        }

        var (answer, fault) = await AskAsync(request, cancel).ConfigureAwait(false);
        if (answer is null)
        {
            return new OpinionResult(message, fault);
        }

        await _budget.SettleAsync(reserved, answer.Tokens, cancel).ConfigureAwait(false);
        return OpinionRules.FaultOf(answer, request) is { } refused
            ? new OpinionResult(message, refused)
            : new OpinionResult(OpinionRules.Apply(message, answer), Fault: null);
    }

    private async ValueTask<(OpinionAnswer? Answer, string? Fault)> AskAsync(OpinionRequest request, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            // On a thread of its own and waited for with the limit: who is asked may neither listen nor return.
            var asked = Task.Run(() => _opinion.AskAsync(request, either.Token).AsTask(), either.Token);
            var answer = await asked.WaitAsync(either.Token).ConfigureAwait(false);
            return (answer, answer is null ? "no opinion was given" : null);
        }
        catch (Exception) when (!cancel.IsCancellationRequested && late.IsCancellationRequested)
        {
            return (null, "no answer came in time");
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return (null, $"asking failed: {fault.GetType().Name}");
        }
    }
}

/// <summary>What came of a second opinion.</summary>
/// <param name="Message">With the opinion when one was accepted; else as it was.</param>
/// <param name="Fault">Why the first answer stands, in words; null when an opinion was accepted.</param>
public sealed record OpinionResult(TriagedMessage Message, string? Fault);
