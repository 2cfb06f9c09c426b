using System.Runtime.CompilerServices;
using Comms.Core.Engagement;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.RoundUps.Briefings;

namespace Comms.Core.RoundUps;

/// <summary>
/// The front door of RoundUps: composes editions from the triaged messages of the ledger and keeps them. Thread-safe.
/// </summary>
public sealed class RoundUpDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly PeriodReader _periods;
    private readonly BriefingReader _briefings;

    internal RoundUpDesk(ILedger ledger, TimeProvider clock, WithheldMessages withheld)
    {
        _ledger = ledger;
        _clock = clock;
        _periods = new PeriodReader(ledger, withheld);
        _briefings = new BriefingReader(ledger, withheld);
    }

    /// <summary>
    /// Composes a team's edition and keeps it. The same messages give the same edition: composed again it is found, not
    /// kept twice, and nothing is added to the audit. Memory stays within <see cref="RoundUpRequest.MostMessages"/>.
    /// </summary>
    /// <param name="request">The team, the period and the rules.</param>
    /// <param name="board">Scores that may be shown; null to leave them out.</param>
    /// <param name="cancel">Stops reading; an edition already committed stays.</param>
    /// <exception cref="EditionException">The evidence did not bear the edition out; nothing is kept.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async Task<RoundUpResult> ComposeAsync(RoundUpRequest request, ScoreBoard? board = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var surveys = await _periods.SurveyAsync([request], cancel).ConfigureAwait(false);
        return await ComposeAsync(surveys[0], board, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Composes the editions of many teams as <see cref="ComposeAsync(RoundUpRequest, ScoreBoard, CancellationToken)"/>
    /// would one by one, but reads the ledger's messages once for all of them.
    /// </summary>
    /// <param name="requests">The teams, the periods and the rules.</param>
    /// <param name="board">Scores that may be shown; null to leave them out.</param>
    /// <param name="cancel">Stops reading; editions already committed stay.</param>
    /// <returns>A result for each request, in their order.</returns>
    /// <exception cref="EditionException">The evidence did not bear an edition out; that one is not kept.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public IAsyncEnumerable<RoundUpResult> ComposeAllAsync(
        IReadOnlyList<RoundUpRequest> requests, ScoreBoard? board = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            request.Check();
        }

        return EachAsync(requests, board, cancel);
    }

    /// <summary>
    /// Composes a briefing and keeps it, as <see cref="ComposeAsync(RoundUpRequest, ScoreBoard, CancellationToken)"/> does a
    /// team's edition. Memory stays within <see cref="BriefingRequest.MostMessages"/>.
    /// </summary>
    /// <param name="request">The days and the rules.</param>
    /// <param name="cancel">Stops reading; a briefing already committed stays.</param>
    /// <exception cref="EditionException">The evidence did not bear the briefing out; nothing is kept.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async Task<RoundUpResult> BriefAsync(BriefingRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var input = await _briefings.ReadAsync(request, cancel).ConfigureAwait(false);
        return await KeepAsync(BriefingComposer.Compose(request, input, _clock.GetUtcNow()), cancel).ConfigureAwait(false);
    }

    /// <summary>Finds an edition; null when there is none.</summary>
    /// <param name="id">The edition's id.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or the stored edition does not match its hash.</exception>
    public async ValueTask<Edition?> FindAsync(string id, CancellationToken cancel) =>
        await _ledger.FindAsync(EditionRecord.Key(id), cancel).ConfigureAwait(false) is { } record ? EditionRecord.Open(record) : null;

    private async IAsyncEnumerable<RoundUpResult> EachAsync(
        IReadOnlyList<RoundUpRequest> requests, ScoreBoard? board, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var survey in await _periods.SurveyAsync(requests, cancel).ConfigureAwait(false))
        {
            yield return await ComposeAsync(survey, board, cancel).ConfigureAwait(false);
        }
    }

    private async Task<RoundUpResult> ComposeAsync(PeriodSurvey survey, ScoreBoard? board, CancellationToken cancel)
    {
        var input = await _periods.ReadAsync(survey, cancel).ConfigureAwait(false) with { Board = board };
        return await KeepAsync(RoundUpComposer.Compose(survey.Request, input, _clock.GetUtcNow()), cancel).ConfigureAwait(false);
    }

    private async ValueTask<RoundUpResult> KeepAsync(RoundUpResult result, CancellationToken cancel) =>
        result is RoundUpResult.Composed composed
            ? new RoundUpResult.Composed(await KeepAsync(composed.Edition, cancel).ConfigureAwait(false))
            : result;

    private async ValueTask<Edition> KeepAsync(Edition edition, CancellationToken cancel)
    {
        var key = EditionRecord.Key(edition.Id);
        var write = new LedgerWrite { Key = key, Expected = 0, Content = EditionRecord.Seal(edition), Lane = edition.Team };
        var entry = AuditEvent.Entry(edition.ComposedAt, Actor.Engine, "compose", key, edition.Hash);
        var commit = await _ledger.CommitAsync(new LedgerBatch { Writes = [write], Entries = [entry] }, cancel).ConfigureAwait(false);
        if (commit.Committed)
        {
            return edition;
        }

        return await FindAsync(edition.Id, cancel).ConfigureAwait(false)
            ?? throw new LedgerException($"The edition {edition.Id} could not be kept: {commit.Refusal} at {commit.At}.");
    }
}
