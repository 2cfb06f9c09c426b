using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The messages of a briefing's days, each asked the few questions that a briefing has.</summary>
internal sealed class BriefedDays
{
    private readonly BriefingRequest _request;
    private readonly RoundUpVocabulary _words;
    private readonly BriefedMessage[] _asked;

    public BriefedDays(BriefingRequest request, BriefingInput input, ZoneClock clock)
    {
        _request = request;
        _words = request.Vocabulary;
        (From, To) = (clock.StartOf(request.Day.AddDays(1 - request.Days)), clock.StartOf(request.Day.AddDays(1)));
        Messages = EarliestFirst.Once(input.Messages.Where(message => message.At >= From && message.At < To && IsFor(request, message)));
        _asked = SideBySide.Select(Messages, Ask);
        HeldBack = [.. Those(message => message.IsHeldBack)];
        Negative = [.. Those(message => message.IsNegative)];
        Positive = [.. Those(message => message.IsPositive)];
        Usual = new Usual(input.Before);
        PassedOver = input.PassedOver;
        Restricted = input.Restricted;
        TalkingPoints = new TalkingPoints(_asked, Usual, _words.NoSubject).Foremost(request.MostTalkingPoints);
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<TriagedMessage> Messages { get; }

    public IReadOnlyList<TriagedMessage> Negative { get; }

    public IReadOnlyList<TriagedMessage> Positive { get; }

    /// <summary>Messages whose words wait until a person has looked.</summary>
    public IReadOnlyList<TriagedMessage> HeldBack { get; }

    public Usual Usual { get; }

    public long PassedOver { get; }

    /// <summary>Messages of the days that are in restricted cases.</summary>
    public long Restricted { get; }

    /// <summary>What a director could be asked about, the most pressing first.</summary>
    public IReadOnlyList<TalkingPoint> TalkingPoints { get; }

    /// <summary>What was said, by whoever said it first; nothing that is held back.</summary>
    public IReadOnlyList<Voice> Voices() =>
        new Voices(Messages).Among([.. Enumerable.Range(0, _asked.Length).Where(at => !_asked[at].IsHeldBack)]);

    /// <summary>The days in figures.</summary>
    public WeekCounts Count()
    {
        var counts = new PeriodCounts();
        foreach (var message in _asked)
        {
            counts.Add(message.Feeling, message.Themes);
        }

        return counts.Total ?? WeekCounts.None;
    }

    /// <summary>What a message is about.</summary>
    public IReadOnlyList<string> Subjects(TriagedMessage message) => message.Findings.Themes is [var only]
        ? _words.NoSubject.Contains(only.Name) ? [] : [only.Name]
        : [.. TeamWeek.Themes(message).Where(theme => !_words.NoSubject.Contains(theme))];

    public static bool IsFor(BriefingRequest request, TriagedMessage message) =>
        request.Team is null || message.Findings.Routes.Any(route => route.Team == request.Team);

    /// <summary>Why a voice must be known, the most pressing reason first; null when it need not.</summary>
    public MustKnow? MustKnow(Voice voice)
    {
        var why = MustKnow(voice.First);
        return voice.Others.Count == 0 ? why : voice.Others.Select(MustKnow).Append(why).Min();
    }

    private MustKnow? MustKnow(TriagedMessage message)
    {
        var findings = message.Findings;
        return findings.Urgency >= Urgency.Urgent || findings.Flags.Any(_words.Safety.Contains) ? Briefings.MustKnow.Safety
            : findings.Flags.Any(_words.Press.Contains) || Is(findings, _words.Press) ? Briefings.MustKnow.Press
            : Is(findings, _words.Complaints) && !_request.Answered.Contains(message.MessageId) ? Briefings.MustKnow.Complaint
            : null;
    }

    private static bool Is(TriageFindings findings, IReadOnlySet<string> kinds) => findings.Kinds.Any(kind => kinds.Contains(kind.Name));

    private BriefedMessage Ask(TriagedMessage message) =>
        new(message, message.Findings.Sentiment.Label, IsHeldBack(message), [.. TeamWeek.Themes(message)]);

    private bool IsHeldBack(TriagedMessage message) =>
        message.Findings.Flags.Any(_words.HeldBack.Contains) && !_request.Reviewed.Contains(message.MessageId);

    private IEnumerable<TriagedMessage> Those(Func<BriefedMessage, bool> hold) => _asked.Where(hold).Select(each => each.Message);
}

/// <summary>Why something must be known, the most pressing first.</summary>
internal enum MustKnow
{
    Safety,
    Press,
    Complaint,
}
