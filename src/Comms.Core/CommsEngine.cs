using Comms.Core.Amplifiers;
using Comms.Core.Approval;
using Comms.Core.Approval.BreakGlass;
using Comms.Core.Approval.Kits;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Cases.Alerts;
using Comms.Core.Cases.Concerns;
using Comms.Core.Cases.Consultations;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Engagement;
using Comms.Core.Governance;
using Comms.Core.Governance.Delegations;
using Comms.Core.Governance.LegalHolds;
using Comms.Core.Governance.Persons;
using Comms.Core.Governance.Pictures;
using Comms.Core.Governance.Retention;
using Comms.Core.Insights;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Listening.Topics;
using Comms.Core.Planning;
using Comms.Core.Publishing;
using Comms.Core.Replies;
using Comms.Core.Reshares;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Feeds;
using Comms.Core.RoundUps.Reads;
using Comms.Core.Scheduling;
using Comms.Core.Triage;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Opinions;

namespace Comms.Core;

/// <summary>
/// The whole loop behind one object: each property is a room's front door. Immutable and thread-safe; the state is in the
/// ledger.
/// </summary>
public sealed class CommsEngine
{
    internal CommsEngine(EngineParts parts)
    {
        var (options, clock, ledger, media, authorizer, credentials, channels, sources, marker, policy, opinion, opinionOptions, mark, sinks) = parts;
        var pump = new StagePump(ledger, clock, options.Host);
        var time = LedgerTime.Of(clock);
        var guard = new RestoreGuard(ledger, time, marker);
        var telemetry = mark is null ? Telemetry.Engine : Telemetry.Exercise;
        var pipelines = new SendPipelines(options.Publishing, clock, telemetry);
        var periods = options.Scheduling.PeriodsOf(options.Nation, options.Zone);
        var sender = new DeliverySender(
            ledger, media, channels, credentials, time, options.Publishing, pipelines, guard, new SendGate(ledger, periods, GoneAsync, (message, cancel) => ReshareDesk.IsPoliticalAsync(ledger, message, cancel)));
        Options = options;
        Clock = clock;
        Media = media;
        Channels = channels;
        var notices = new NoticeSender(channels, media, credentials, clock, options.OnCall.SendWithin);
        var decisions = new ApprovalDecisions(ledger);
        var waiting = new ApprovalNotices(ledger, clock, options.Host, options.Approval, decisions, notices, mark?.Words ?? "");
        var candour = new CandourGate(ledger, authorizer, clock);
        var gates = new ApprovalGates(
            authorizer, channels, decisions, candour, new BilingualGate(options.PublishTogether), new PictureGate(new PictureConsents(ledger), clock, options.PictureConsentRequired), new KitGate(ledger), GoneAsync);
        Authoring = new AuthoringDesk(ledger, authorizer, clock, channels, telemetry, mark, waiting.Begin, options.Tracking);
        Approval = new ApprovalDesk(authorizer, clock, gates, candour, decisions, new Approvers(ledger, options.Approval.Rules), telemetry, waiting);
        BreakGlass = new BreakGlassDesk(ledger, authorizer, clock, gates, decisions, options.Approval, telemetry);
        Delegations = new DelegationDesk(ledger, clock);
        Kits = new KitDesk(ledger, authorizer, clock);
        PictureConsents = new PictureConsentDesk(ledger, authorizer, clock, options.Zone);
        Planning = new PlanningDesk(ledger, clock);
        Scheduling = new Scheduler(authorizer, clock, new TeamTimes(options.Zone, options.Nation, options.Slots, options.Scheduling));
        var wake = new Wake(ledger, time);
        Publishing = new PublishingDesk(
            ledger, authorizer, clock, channels, new Dispatcher(ledger, sender, guard, new DeliveryWatch(telemetry, channels, time), time, wake, options.Publishing, options.Host), guard,
            pipelines, telemetry, wake,
            instant => options.Scheduling.Quiet?.OnOrAfter(instant, options.Zone) ?? instant);
        var (heard, cases, placed) = (new MessageTraces(ledger), new CaseTraces(ledger), new PlacedHolds(ledger));
        var holds = new EveryHold(CaseHolds.OfDuties(ledger), placed);
        Listening = new ListeningDesk(ledger, clock, sources, options.Listening, holds);
        var triager = Triager.Create(policy, options.Nation, options.Zone);
        var corrections = new CorrectionBook(ledger);
        Triage = new TriageDesk(
            ledger, clock, pump, triager, corrections, opinion is null ? null : new SecondOpinions(triager, opinion, opinionOptions, clock, ledger));
        Corrections = new CorrectionDesk(ledger, authorizer, clock, corrections, () => Triage.Triager.Policy);
        var alerts = new AlertSender(notices, mark?.Words ?? "");
        var pauses = new DutyPauses(options.Zone, triager.Duties.DuePaused);
        var outbox = new CopyOutbox(ledger, clock, [.. sinks.Select(sink => sink.Id)]);
        Cases = new CaseDesk(ledger, authorizer, clock, pump, pauses, new CaseAccess(options.CaseRestrictions), new ResponseFinder(options.Consultations, options.Zone), new ConsultationReader(ledger, options.Zone), outbox, new AlertRounds(ledger, clock, options.Host, options.OnCall, alerts));
        CaseMirror = new CaseMirror(ledger, authorizer, clock, options.Host, options.CaseSinks, sinks);
        Concerns = new ConcernDesk(ledger, authorizer, clock, outbox);
        Replies = new ReplyDesk(ledger, authorizer, channels, Authoring, Cases);
        Reshares = new ReshareDesk(ledger, clock, Authoring, Approval, Publishing.Holds, options.Reshares, periods, Cases.WithholdsAsync);
        Outcomes = new OutcomeDesk(authorizer, Authoring, Approval, Cases, Concerns, Replies);
        Amplifiers = new AmplifierDesk(ledger, authorizer, clock);
        Engagement = new EngagementDesk(ledger, clock, channels, options.Zone);
        Insights = new InsightDesk(ledger);
        Topics = new TopicDesk(ledger, Cases.StandingAsync);
        var withheld = new WithheldMessages(Cases.WithheldAsync, Cases.WithholdsAsync);
        RoundUps = new RoundUpDesk(ledger, clock, withheld);
        Reads = new ReadDesk(ledger, authorizer, clock);
        Feed = new FeedDesk(ledger, authorizer, clock, withheld);
        Audit = new AuditTrail(ledger);
        var (judged, quoted, shown) = (new TriageTraces(ledger), new EditionTraces(ledger), new FeedTraces(ledger));
        var everywhere = new TraceFinder(
            ledger, heard, judged, cases, new ConcernTraces(ledger), new AmplifierTraces(ledger), new PictureTraces(ledger), new KitTraces(ledger), new PostTraces(ledger), quoted, new ReadTraces(ledger), shown, placed);
        Persons = new PersonDesk(ledger, authorizer, clock, new ErasurePlanner(ledger, heard, holds, everywhere), SettleAsync);
        LegalHolds = new LegalHoldDesk(ledger, authorizer, clock);
        var old = new RetentionPlanner(ledger, options.Retention, heard, new TraceFinder(ledger, heard, judged, quoted, shown), heard, cases, CaseHolds.WhileOpen(ledger), holds);
        Retention = new RetentionDesk(ledger, authorizer, clock, old, SettleAsync);

        ValueTask<string?> GoneAsync(string message, CancellationToken cancel) => ReshareDesk.GoneAsync(ledger, message, cancel);
    }

    /// <summary>What the engine was told about its team.</summary>
    public CommsOptions Options { get; }

    /// <summary>The engine's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Pictures and files.</summary>
    public IMediaStore Media { get; }

    /// <summary>The accounts and their channels.</summary>
    public ChannelDirectory Channels { get; }

    /// <summary>Takes what authors write: gives drafts.</summary>
    public AuthoringDesk Authoring { get; }

    /// <summary>Controls what is said: from drafts to approved posts.</summary>
    public ApprovalDesk Approval { get; }

    /// <summary>Approves alone in an emergency, and has it reviewed after.</summary>
    public BreakGlassDesk BreakGlass { get; }

    /// <summary>Lends roles of those who are away.</summary>
    public DelegationDesk Delegations { get; }

    /// <summary>Keeps the kits of difficult stories, and who was told first.</summary>
    public KitDesk Kits { get; }

    /// <summary>Keeps what those whom pictures show agreed to.</summary>
    public PictureConsentDesk PictureConsents { get; }

    /// <summary>Reads what is planned, for plans, check-ins and calendars.</summary>
    public PlanningDesk Planning { get; }

    /// <summary>Controls when it goes out: from approved to scheduled posts.</summary>
    public Scheduler Scheduling { get; }

    /// <summary>Sends: from scheduled posts to deliveries.</summary>
    public PublishingDesk Publishing { get; }

    /// <summary>Hears what comes back: gives messages.</summary>
    public ListeningDesk Listening { get; }

    /// <summary>Says what people talk of, what rises above the usual, and which conversations to join.</summary>
    public TopicDesk Topics { get; }

    /// <summary>Judges messages: gives triaged messages.</summary>
    public TriageDesk Triage { get; }

    /// <summary>Takes what people say of messages that triage judged otherwise, and lets triage learn from it.</summary>
    public CorrectionDesk Corrections { get; }

    /// <summary>Sees duties through: gives cases.</summary>
    public CaseDesk Cases { get; }

    /// <summary>Passes on to those who decide what people say, with its evidence, and takes what they did.</summary>
    public ConcernDesk Concerns { get; }

    /// <summary>Mirrors cases to the host's own case systems.</summary>
    public CaseMirror CaseMirror { get; }

    /// <summary>Answers people in their cases: from a case to a draft, and back to the case once it stands.</summary>
    public ReplyDesk Replies { get; }

    /// <summary>Passes on what others wrote.</summary>
    public ReshareDesk Reshares { get; }

    /// <summary>Tells what was done about concerns: “you said, we did”.</summary>
    public OutcomeDesk Outcomes { get; }

    /// <summary>Helps colleagues who agreed to spread facts through accounts of their own.</summary>
    public AmplifierDesk Amplifiers { get; }

    /// <summary>Scores who turns to the team: quality over follower count.</summary>
    public EngagementDesk Engagement { get; }

    /// <summary>Says what changed over time, and what differs by more than chance.</summary>
    public InsightDesk Insights { get; }

    /// <summary>Reports: gives editions.</summary>
    public RoundUpDesk RoundUps { get; }

    /// <summary>Numbers editions of things to read, without gaps.</summary>
    public ReadDesk Reads { get; }

    /// <summary>Shows what people say, once a person has allowed it: gives the moderated feed.</summary>
    public FeedDesk Feed { get; }

    /// <summary>What was done, by whom and when.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Gives a person all that is held of them, and erases it.</summary>
    public PersonDesk Persons { get; }

    /// <summary>Keeps what an inquiry, an information request or a claim needs, whoever erases or deletes it.</summary>
    public LegalHoldDesk LegalHolds { get; }

    /// <summary>Erases by age, by the host's schedule.</summary>
    public RetentionDesk Retention { get; }

    /// <summary>
    /// Does all that is due: sends, listens, triages, opens cases. Call it from a timer, a hosted service or by hand, as
    /// often as you like and from as many hosts as you like: a call that is lost, late or doubled does no harm. It ends when
    /// the slowest source has answered; a host in which no post may wait for that runs the desks side by side, as
    /// <c>Comms.Core.Hosting</c> does.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be used; nothing is half done.</exception>
    public async ValueTask<RunReport> RunDueAsync(CancellationToken cancel = default)
    {
        var published = await Publishing.RunDueAsync(cancel).ConfigureAwait(false);
        var heard = await Listening.RunDueAsync(cancel).ConfigureAwait(false);
        var triaged = await Triage.RunDueAsync(cancel).ConfigureAwait(false);
        var cases = await Cases.RunDueAsync(cancel).ConfigureAwait(false);
        await Replies.RunDueAsync(cancel).ConfigureAwait(false);
        var mirrored = await CaseMirror.RunDueAsync(cancel).ConfigureAwait(false);
        var unreached = await Approval.RunDueAsync(cancel).ConfigureAwait(false);
        return new RunReport(published, heard, triaged, cases, mirrored) { Unreached = unreached };
    }

    /// <summary>Looks at all that was heard, and at what became of replies: nobody's need is erased unseen, and no answer before its case knows.</summary>
    private async ValueTask SettleAsync(CancellationToken cancel)
    {
        await Triage.RunDueAsync(cancel).ConfigureAwait(false);
        await Cases.RunDueAsync(cancel).ConfigureAwait(false);
        await Replies.RunDueAsync(cancel).ConfigureAwait(false);
    }
}
