using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Publishing;
using Comms.Core.Triage;

namespace Comms.Core.Reshares;

/// <summary>
/// The front door for passing on what others wrote: on the account that heard it as a repost or a quote, where its channel can
/// (<see cref="IReshares"/>), elsewhere with who wrote it and the way there, and everywhere with the disclaimer, as a draft that
/// goes the way of every post. What its source has deleted is passed on no more: not drafted, not approved, and not sent.
/// Thread-safe.
/// </summary>
public sealed class ReshareDesk
{
    private const string Rule = "rule:trusted-reshares";

    private static readonly string[] Politicians = ["elected", "candidate"];

    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly AuthoringDesk _authoring;
    private readonly ApprovalDesk _approval;
    private readonly HoldDesk _holds;
    private readonly ReshareOptions _options;
    private readonly SensitivePeriods _periods;
    private readonly Func<string, CancellationToken, ValueTask<bool>> _isWithheld;

    internal ReshareDesk(
        ILedger ledger, TimeProvider clock, AuthoringDesk authoring, ApprovalDesk approval, HoldDesk holds, ReshareOptions options, SensitivePeriods periods,
        Func<string, CancellationToken, ValueTask<bool>> isWithheld)
    {
        (_ledger, _clock, _authoring, _approval, _holds) = (ledger, clock, authoring, approval, holds);
        (_options, _periods, _isWithheld) = (options, periods, isWithheld);
    }

    /// <summary>
    /// Drafts what passes a message on; drafting the same again finds the first. Where <see cref="ReshareOptions.ApproveTrusted"/>
    /// says so, and nothing stands against it, it is approved by that rule.
    /// </summary>
    /// <param name="reshare">The message, and what to say with it.</param>
    /// <param name="author">Who passes it on; needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ChannelException">A channel could not say what it takes.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<ReshareResult> DraftAsync(NewReshare reshare, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reshare);
        ArgumentNullException.ThrowIfNull(author);
        if (await Message.FindStandingAsync(_ledger, reshare.Message, cancel).ConfigureAwait(false) is not { } message)
        {
            return No($"there is no message {reshare.Message}, or its source has deleted it");
        }

        if (message is not { Author: { } writer, Url: { } address })
        {
            return No("nobody knows who wrote it, or where others can read it");
        }

        if (await _isWithheld(message.Id, cancel).ConfigureAwait(false))
        {
            return No("only some may see it");
        }

        var isTrusted = _options.Trusts(message.Source, writer.Handle);
        var isPlain = isTrusted && string.IsNullOrWhiteSpace(reshare.Words);
        var draft = new NewDraft
        {
            Text = Words(reshare.Words, writer, address, isTrusted),
            Accounts = reshare.Accounts,
            Language = reshare.Language,
            Reshares = new Reshared(message.Id, message.Source, message.ItemId, Joined(reshare.Words.Trim(), isTrusted ? null : _options.Disclaimer)),
            Key = $"reshare:{ContentId.Of(message.Id, reshare.Words, string.Join(' ', reshare.Accounts), author.Id)}",
        };
        return await _authoring.AddAsync(draft, author, cancel).ConfigureAwait(false) switch
        {
            DraftResult.Added { Draft: var added } => await ByRuleAsync(added, isPlain, cancel).ConfigureAwait(false),
            DraftResult.Existing { Draft: var existing } => await ByRuleAsync(existing, isPlain, cancel).ConfigureAwait(false),
            DraftResult.Refused refused => new ReshareResult.Refused(refused.Reasons),
            var other => throw new InvalidOperationException($"{other} is no end of a draft."),
        };
    }

    private string Words(string words, Author writer, string address, bool isTrusted)
    {
        var source = $"{(writer.Name is { } name ? $"{name} ({writer.Handle})" : writer.Handle)}: {address}";
        return Joined(words.Trim(), source, isTrusted ? null : _options.Disclaimer);
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));

    private async ValueTask<ReshareResult> ByRuleAsync(Draft draft, bool isPlain, CancellationToken cancel)
    {
        if (!_options.ApproveTrusted)
        {
            return new ReshareResult.Drafted(draft, NotByRule: null);
        }

        if (!isPlain)
        {
            return new ReshareResult.Drafted(draft, "the rule approves only what trusted bodies wrote, without a word beside it");
        }

        return await StandsAgainstRuleAsync(cancel).ConfigureAwait(false) is { } against
            ? new ReshareResult.Drafted(draft, against)
            : await _approval.ApproveByRuleAsync(draft, Rule, cancel).ConfigureAwait(false) switch
            {
                ApprovalResult.Approved { Post: var post } => new ReshareResult.Approved(post),
                var other => new ReshareResult.Drafted(draft, string.Join("; ", other.Against)),
            };
    }

    /// <summary>A hold of anything at all, or a period that is sensitive for whatever reason: then a person decides.</summary>
    private async ValueTask<string?> StandsAgainstRuleAsync(CancellationToken cancel)
    {
        if (_periods.At(_clock.GetUtcNow()) is [var period, ..])
        {
            return $"the rule approves nothing in {period.Name}";
        }

        await foreach (var hold in _holds.ListAsync(cancel).ConfigureAwait(false))
        {
            return $"the rule approves nothing while {hold.By} holds posts: {hold.Reason}";
        }

        return null;
    }

    /// <summary>Why a message may not be passed on any more; null when it may.</summary>
    internal static async ValueTask<string?> GoneAsync(ILedger ledger, string message, CancellationToken cancel) =>
        await Message.FindStandingAsync(ledger, message, cancel).ConfigureAwait(false) is null ? "what it passes on was deleted at its source" : null;

    /// <summary>Whether triage takes who wrote a message for someone elected, or who stands: by the policy's people, or by their own words.</summary>
    internal static async ValueTask<bool> IsPoliticalAsync(ILedger ledger, string message, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(TriagedMessage.Kind, message), cancel).ConfigureAwait(false) is { } record
        && TriagedMessage.Open(record).Findings.Kinds.Any(kind => Politicians.Contains(kind.Name));

    private static ReshareResult.Refused No(string reason) => new([reason]);
}
