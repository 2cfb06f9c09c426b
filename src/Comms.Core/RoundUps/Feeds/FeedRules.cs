using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>
/// Which decisions may be made of a message, and what comes of each. Without a ledger. Deny is the rule: personal data and
/// named persons are shown by an explicit word alone, and what may name a patient by two people's.
/// </summary>
internal static class FeedRules
{
    /// <returns>The record as it then stands, or why nothing may change.</returns>
    public static (FeedRecord? Next, string? Reason) Decide(
        FeedRecord now, TriagedMessage message, FeedDecision decision, string by, DateTimeOffset at)
    {
        if (WhyNot(now.State, decision.Verdict) is { } reason)
        {
            return (null, reason);
        }

        var acts = now with { Acts = [.. now.Acts, new FeedAct(decision.Verdict, by, at, decision.Why)], NamesPatient = now.NamesPatient || decision.NamesPatient };
        return decision.Verdict switch
        {
            FeedVerdict.Approve => Approve(acts, message, decision, by),
            FeedVerdict.Hold => (acts with { State = FeedState.Held, FirstOfTwo = null }, null),
            FeedVerdict.Reject => (acts with { State = FeedState.Rejected, FirstOfTwo = null }, null),
            _ => (acts with { State = FeedState.Withdrawn, FirstOfTwo = null }, null),
        };
    }

    private static (FeedRecord? Next, string? Reason) Approve(FeedRecord now, TriagedMessage message, FeedDecision decision, string by)
    {
        var next = now with { Masked = decision.Masked, Consent = string.IsNullOrWhiteSpace(decision.Consent) ? now.Consent : decision.Consent };
        var asked = next.Consent is not null;
        if (next.NamesPatient && !asked)
        {
            return (null, "a patient can be told from it: say how they agreed");
        }

        if (!next.Masked && !asked && message.Findings.PersonalData.Count > 0)
        {
            return (null, $"it has personal data ({Kinds(message)}): mask it, or say how the persons agreed");
        }

        if (!MayNamePatient(next, message))
        {
            return (next with { State = FeedState.Approved, FirstOfTwo = null }, null);
        }

        return next.FirstOfTwo is null ? (next with { FirstOfTwo = by }, null)
            : next.FirstOfTwo == by ? (null, $"it may name a patient: someone other than {by} must approve it too")
            : (next with { State = FeedState.Approved, FirstOfTwo = null }, null);
    }

    /// <summary>Nothing tells a patient's name from a nurse's with certainty: each name that would be shown counts as a patient's.</summary>
    private static bool MayNamePatient(FeedRecord record, TriagedMessage message) =>
        record.NamesPatient || (!record.Masked && message.Findings.PersonalData.Any(found => found.Kind == PersonalDataFinder.Name));

    private static string? WhyNot(FeedState state, FeedVerdict verdict) => (state, verdict) switch
    {
        (FeedState.Pending, FeedVerdict.Withdraw) => "it is not shown: reject it",
        (FeedState.Pending, _) => null,
        (FeedState.Held, FeedVerdict.Hold) => "it is held already",
        (FeedState.Held, _) => null,
        (FeedState.Approved, FeedVerdict.Withdraw) => null,
        (FeedState.Approved, FeedVerdict.Approve) => "it is approved already",
        (FeedState.Approved, _) => "it is shown: withdraw it",
        (FeedState.Rejected, FeedVerdict.Withdraw) => null,
        (FeedState.Rejected, _) => "it was rejected for good",
        _ => "it was withdrawn for good",
    };

    private static string Kinds(TriagedMessage message) =>
        Wording.List([.. message.Findings.PersonalData.Select(found => Redaction.Label(found.Kind)).Distinct(StringComparer.Ordinal)]);
}
