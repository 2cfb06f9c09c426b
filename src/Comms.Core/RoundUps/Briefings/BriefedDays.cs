using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The messages of a briefing's days, each asked the few questions that a briefing has.</summary>
internal sealed class BriefedDays
{
    private readonly BriefingRequest _request;
    private readonly RoundUpVocabulary _words;

    public BriefedDays(BriefingRequest request, BriefingInput input, ZoneClock clock)
    {
        _request = request;
        _words = request.Vocabulary;
        (From, To) = (clock.StartOf(request.Day.AddDays(1 - request.Days)), clock.StartOf(request.Day.AddDays(1)));
        Messages =
        [
            .. input.Messages
                .Where(message => message.At >= From && message.At < To && IsFor(request, message))
                .OrderBy(message => message.At).ThenBy(message => message.MessageId, StringComparer.Ordinal)
                .DistinctBy(message => message.MessageId, StringComparer.Ordinal),
        ];
        Usual = new Usual(input.Before);
        PassedOver = input.PassedOver;
        Restricted = input.Restricted;
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<TriagedMessage> Messages { get; }

    public Usual Usual { get; }

    public long PassedOver { get; }

    /// <summary>Messages of the days that are in restricted cases.</summary>
    public long Restricted { get; }

    /// <summary>Messages whose words wait until a person has looked.</summary>
    public IReadOnlyList<TriagedMessage> HeldBack() => [.. Messages.Where(IsHeldBack)];

    /// <summary>What was said, by whoever said it first; nothing that is held back.</summary>
    public IReadOnlyList<Voice> Voices() =>
        new Voices(Messages).Among(Messages.Where(message => !IsHeldBack(message)));

    /// <summary>What a message is about.</summary>
    public IEnumerable<string> Subjects(TriagedMessage message) => TeamWeek.Themes(message).Where(theme => !_words.NoSubject.Contains(theme));

    public static bool IsFor(BriefingRequest request, TriagedMessage message) =>
        request.Team is null || message.Findings.Routes.Any(route => route.Team == request.Team);

    /// <summary>Why a voice must be known, the most pressing reason first; null when it need not.</summary>
    public MustKnow? MustKnow(Voice voice) => voice.Messages.Min(MustKnow);

    public static bool IsNegative(TriagedMessage message) => message.Findings.Sentiment.Label == "negative";

    private MustKnow? MustKnow(TriagedMessage message)
    {
        var findings = message.Findings;
        return findings.Urgency >= Urgency.Urgent || findings.Flags.Any(_words.Safety.Contains) ? Briefings.MustKnow.Safety
            : findings.Flags.Any(_words.Press.Contains) || Is(findings, _words.Press) ? Briefings.MustKnow.Press
            : Is(findings, _words.Complaints) && !_request.Answered.Contains(message.MessageId) ? Briefings.MustKnow.Complaint
            : null;
    }

    private static bool Is(TriageFindings findings, IReadOnlySet<string> kinds) => findings.Kinds.Any(kind => kinds.Contains(kind.Name));

    private bool IsHeldBack(TriagedMessage message) =>
        !_request.Reviewed.Contains(message.MessageId) && message.Findings.Flags.Any(_words.HeldBack.Contains);
}

/// <summary>Why something must be known, the most pressing first.</summary>
internal enum MustKnow
{
    Safety,
    Press,
    Complaint,
}
