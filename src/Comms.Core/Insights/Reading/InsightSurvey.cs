using Comms.Core.Calendars;
using Comms.Core.Triage;

namespace Comms.Core.Insights.Reading;

/// <summary>Counts messages one by one and keeps none: memory grows with what is told apart, not with how much is said.</summary>
internal sealed class InsightSurvey
{
    /// <summary>Where the source did not tell.</summary>
    private const string NotTold = "not told";

    private readonly InsightRequest _request;
    private readonly Dictionary<(string? Unit, InsightSubject Subject), Tally> _tallies = [];
    private DateOnly _firstDay = DateOnly.MaxValue;
    private bool _heard;

    public InsightSurvey(InsightRequest request)
    {
        _request = request;
        Spans = Reading.Spans.Of(request);
    }

    public InsightSpan[] Spans { get; }

    /// <summary>
    /// How many periods to leave out at the start: those before the first message, and the one in whose midst listening began.
    /// </summary>
    public int Unknown => !_heard ? Spans.Length
        : _firstDay < Spans[0].First ? 0
        : Reading.Spans.IndexOf(Spans, _firstDay) is var at && _firstDay > Spans[at].First ? at + 1
        : at;

    public void Add(TriagedMessage message)
    {
        var day = Zones.DayOf(message.At, _request.Zone);
        var period = Reading.Spans.IndexOf(Spans, day);
        var team = message.Findings.Routes[0].Team;
        if (day > Spans[^1].Last || (_request.Team is { } only && only != team))
        {
            return;
        }

        _firstDay = day < _firstDay ? day : _firstDay;
        if (period < 0)
        {
            return;
        }

        _heard = true;
        foreach (var subject in SubjectsOf(message))
        {
            Of(unit: null, subject).Add(period, message.At, message.MessageId);
            Of(UnitOf(message, team), subject).Add(period, message.At, message.MessageId);
        }
    }

    /// <summary>The tally of a subject; an empty one where there was nothing.</summary>
    public Tally Of(string? unit, InsightSubject subject)
    {
        if (!_tallies.TryGetValue((unit, subject), out var tally))
        {
            _tallies[(unit, subject)] = tally = new Tally(Spans.Length, _request.MostNamed);
        }

        return tally;
    }

    public string[] Units() => [.. Largest(_tallies.Where(each => each.Key is { Unit: not null, Subject.Kind: SubjectKind.Messages }), key => key.Unit!)];

    public string[] Themes() => [.. Largest(_tallies.Where(each => each.Key is { Unit: null, Subject.Kind: SubjectKind.Theme }), key => key.Subject.Name)];

    private static IEnumerable<string> Largest(
        IEnumerable<KeyValuePair<(string? Unit, InsightSubject Subject), Tally>> tallies, Func<(string? Unit, InsightSubject Subject), string> name) =>
        tallies.OrderByDescending(each => each.Value.Total).ThenBy(each => name(each.Key), StringComparer.Ordinal).Select(each => name(each.Key));

    private static IEnumerable<InsightSubject> SubjectsOf(TriagedMessage message)
    {
        yield return InsightSubject.Messages;
        if (message.Findings.Sentiment.Label == InsightSubject.Negative.Name)
        {
            yield return InsightSubject.Negative;
        }

        foreach (var theme in message.Findings.Themes.Select(theme => theme.Name).Distinct(StringComparer.Ordinal))
        {
            yield return InsightSubject.Theme(theme);
        }
    }

    private string UnitOf(TriagedMessage message, string team) => _request.By switch
    {
        InsightCut.Service => message.Service ?? NotTold,
        InsightCut.Place => message.Place ?? NotTold,
        _ => team,
    };
}
