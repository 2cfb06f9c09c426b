using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Calendars;
using Comms.Core.Cases;
using Comms.Core.Cases.Alerts;
using Comms.Core.Cases.Consultations;
using Comms.Core.Cases.Sinks;
using Comms.Core.Governance.Retention;
using Comms.Core.Listening;
using Comms.Core.Publishing;
using Comms.Core.Reshares;
using Comms.Core.Scheduling;

namespace Comms.Core;

/// <summary>What an engine needs to know about its team. Checked when the engine is built; every fault is named at once.</summary>
public sealed record CommsOptions
{
    /// <summary>The team's zone in the tz database. Default: <c>Europe/London</c>.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>
    /// Whose law applies: <c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>. Default: <c>england</c>.
    /// </summary>
    public string Nation { get; init; } = "england";

    /// <summary>This host's name, shown in leases to people who look into the ledger. Default: <c>host</c>.</summary>
    public string Host { get; init; } = "host";

    /// <summary>The times of day at which the team likes to post.</summary>
    public SlotGrid Slots { get; init; } = new();

    /// <summary>What else a post's time is held to.</summary>
    public SchedulingRules Scheduling { get; init; } = new();

    /// <summary>
    /// Languages, as BCP 47 tags, in which everything is published together: a draft that lacks one is not approved
    /// (<see cref="NewDraft.Pair"/>). Answers to people are in theirs. Default: none; <c>cy</c> and <c>en</c> in Wales.
    /// </summary>
    public IReadOnlyList<string> PublishTogether { get; init; } = [];

    /// <summary>
    /// Whether a picture is approved only once it is recorded that those it shows agreed, or that it shows nobody
    /// (<see cref="CommsEngine.PictureConsents"/>). A consent that is recorded counts in any case. Default: no.
    /// </summary>
    public bool PictureConsentRequired { get; init; }

    /// <summary>What an approval takes beside someone who did not write it, and who is told when one does not come.</summary>
    public ApprovalOptions Approval { get; init; } = new();

    /// <summary>Whose posts are passed on, and with which words beside them. Default: everyone's, with none, and a person approves each.</summary>
    public ReshareOptions Reshares { get; init; } = new();

    /// <summary>What is added to links to the team's own pages. Default: nothing.</summary>
    public LinkTracking Tracking { get; init; } = new();

    /// <summary>How the dispatcher behaves.</summary>
    public PublishingOptions Publishing { get; init; } = new();

    /// <summary>How sources are read.</summary>
    public ListeningOptions Listening { get; init; } = new();

    /// <summary>Who is told at once of an emergency. Default: nobody.</summary>
    public OnCallOptions OnCall { get; init; } = new();

    /// <summary>Which cases only some roles see. Default: none is restricted before a person does so.</summary>
    public IReadOnlyList<CaseRestriction> CaseRestrictions { get; init; } = [];

    /// <summary>What the public is asked: messages that answer one are collected against its questions. Default: none.</summary>
    public IReadOnlyList<Consultation> Consultations { get; init; } = [];

    /// <summary>How cases are mirrored to the host's own case systems, where <see cref="CommsBuilder.AddCaseSink"/> added one.</summary>
    public CaseSinkOptions CaseSinks { get; init; } = new();

    /// <summary>How long words are kept that nobody asked to erase. Default: for ever.</summary>
    public RetentionOptions Retention { get; init; } = new();

    internal IEnumerable<string> Faults()
    {
        foreach (var fault in Nations.Faults(Nation, Zone))
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(Host))
        {
            yield return "Host is blank";
        }

        if (PublishTogether.Count == 1 || PublishTogether.Count > 2 || PublishTogether.Any(string.IsNullOrWhiteSpace))
        {
            yield return "PublishTogether names two languages, or none";
        }

        foreach (var fault in Slots.Faults("Slots", Scheduling.Quiet).Concat(Scheduling.Faults()).Concat(Publishing.Faults()).Concat(Approval.Faults()).Concat(Tracking.Faults()).Concat(Reshares.Faults()).Concat(Listening.Faults()).Concat(OnCall.Faults())
            .Concat(CaseRestriction.Faults(CaseRestrictions)).Concat(CaseSinks.Faults())
            .Concat(Consultation.Faults(Consultations)).Concat(Retention.Faults()))
        {
            yield return fault;
        }
    }
}
