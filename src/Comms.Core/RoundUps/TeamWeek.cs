using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>A team's messages of the period, each asked the few questions that a round-up has.</summary>
internal sealed class TeamWeek
{
    private readonly RoundUpRequest _request;

    public TeamWeek(RoundUpRequest request, RoundUpInput input)
    {
        _request = request;
        PassedOver = input.PassedOver;
        Restricted = input.Restricted;
        Before = input.Before;
        var mine = EarliestFirst.Once(input.Messages.Where(message => message.At >= request.From && message.At < request.To && IsFor(message)));
        Owned = [.. mine.Where(Owns)];
        Elsewhere = [.. mine.Where(message => !Owns(message))];
        Voices = new Voices(mine);
    }

    /// <summary>Messages that the team owns, earliest first.</summary>
    public IReadOnlyList<TriagedMessage> Owned { get; }

    /// <summary>Messages that another team owns and that this one has a part in, earliest first.</summary>
    public IReadOnlyList<TriagedMessage> Elsewhere { get; }

    public WeekCounts? Before { get; }

    /// <summary>Messages of the period that the edition does not draw on.</summary>
    public long PassedOver { get; }

    /// <summary>Messages of the period that are in restricted cases.</summary>
    public long Restricted { get; }

    public Voices Voices { get; }

    /// <summary>What waits for an answer, the most pressing first.</summary>
    public IEnumerable<TriagedMessage> ToAnswer() => Owned.Where(NeedsReply)
        .OrderByDescending(message => message.Findings.Urgency)
        .ThenByDescending(message => message.Findings.Priority)
        .ThenBy(message => message.At).ThenBy(message => message.MessageId, StringComparer.Ordinal);

    public IEnumerable<TriagedMessage> Praise() => Owned.Where(IsPraise);

    public IEnumerable<TriagedMessage> Feeling(string sentiment) => Owned.Where(message => message.Findings.Sentiment.Label == sentiment);

    public bool NeedsReply(TriagedMessage message) =>
        message.Findings.Urgency >= Urgency.Soon
        || message.Findings.NeedsHuman
        || message.Findings.Obligations.Count > 0
        || message.Findings.Kinds.Any(kind => _request.Vocabulary.NeedsReply.Contains(kind.Name));

    public bool IsPraise(TriagedMessage message) =>
        message.Findings.Kinds.Any(kind => _request.Vocabulary.Praise.Contains(kind.Name));

    /// <summary>Whether its words wait until a person has looked at them.</summary>
    public bool IsHeldBack(TriagedMessage message) =>
        !_request.Reviewed.Contains(message.MessageId) && message.Findings.Flags.Any(_request.Vocabulary.HeldBack.Contains);

    public WeekCounts Count() => new()
    {
        Messages = Owned.Count,
        Negative = Feeling("negative").Count(),
        Neutral = Feeling("neutral").Count(),
        Positive = Feeling("positive").Count(),
        Themes =
        [
            .. Owned.SelectMany(Themes).CountBy(theme => theme, StringComparer.Ordinal)
                .Select(theme => new ThemeCount(theme.Key, theme.Value))
                .OrderByDescending(theme => theme.Messages).ThenBy(theme => theme.Theme, StringComparer.Ordinal),
        ],
    };

    public static IEnumerable<string> Themes(TriagedMessage message) => message.Findings.Themes switch
    {
        [] => [],
        [var only] => [only.Name],
        var several => several.Select(theme => theme.Name).Distinct(StringComparer.Ordinal),
    };

    private bool IsFor(TriagedMessage message) => message.Findings.Routes.Any(route => route.Team == _request.Team);

    private bool Owns(TriagedMessage message) => message.Findings.Routes[0].Team == _request.Team;
}
