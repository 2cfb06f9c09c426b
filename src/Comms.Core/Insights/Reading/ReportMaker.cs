using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;

namespace Comms.Core.Insights.Reading;

/// <summary>Makes the report of a survey: charts each count, and leaves out what is too small to be shown.</summary>
internal sealed class ReportMaker
{
    private readonly InsightRequest _request;
    private readonly InsightSurvey _survey;
    private readonly int _skip;
    private readonly string[] _units;
    private readonly InsightSubject[] _parts;
    private readonly Dictionary<InsightSubject, bool[][]> _hidden;
    private readonly int _unitsLeftOut;
    private readonly int _themesLeftOut;

    public ReportMaker(InsightRequest request, InsightSurvey survey)
    {
        _request = request;
        _survey = survey;
        _skip = survey.Unknown;
        var (units, themes) = (survey.Units(), survey.Themes());
        _units = [.. units.Take(request.MostUnits)];
        _parts = [InsightSubject.Negative, .. themes.Take(request.MostThemes).Select(InsightSubject.Theme)];
        _unitsLeftOut = units.Length - _units.Length;
        _themesLeftOut = Math.Max(0, themes.Length - request.MostThemes);
        _hidden = _parts.Prepend(InsightSubject.Messages).ToDictionary(subject => subject, Hidden);
    }

    public InsightReport Make()
    {
        var spans = _survey.Spans[_skip..];
        InsightSeries[] series = spans.Length == 0 ? [] : [.. Series()];
        return new InsightReport(
            _request,
            spans,
            series,
            [
                .. series.SelectMany(Signals)
                    .OrderByDescending(signal => signal.Signal.Last).ThenBy(signal => signal.Signal.First)
                    .ThenBy(signal => signal.Series.Unit, StringComparer.Ordinal).ThenBy(signal => signal.Series.Subject.Name, StringComparer.Ordinal),
            ],
            [.. spans.Length == 0 ? [] : _parts.Select(Compare)])
        {
            UnitsLeftOut = _unitsLeftOut,
            ThemesLeftOut = _themesLeftOut,
        };
    }

    /// <summary>All together first, which are the last row of each table of what is hidden, then the units.</summary>
    private IEnumerable<InsightSeries> Series() =>
        from unit in _units.Index().Select(each => (Name: (string?)each.Item, Row: each.Index)).Prepend((Name: null, Row: _units.Length))
        from subject in _parts.Prepend(InsightSubject.Messages)
        select Chart(unit.Name, unit.Row, subject);

    private InsightSeries Chart(string? unit, int row, InsightSubject subject)
    {
        var (few, fewOf) = (_hidden[subject][row], _hidden[InsightSubject.Messages][row]);
        var (counts, of) = (Counts(unit, subject), Counts(unit, InsightSubject.Messages));
        ControlChart[] charts =
        [
            .. Charts(subject, counts, of).Select(chart => chart.Hiding(at => few[at], at => chart.Kind == ChartKind.P && fewOf[at])),
        ];
        return new InsightSeries(unit, subject, Shown(counts, few), Shown(of, fewOf), charts);
    }

    private IEnumerable<ControlChart> Charts(InsightSubject subject, long[] counts, long[] of)
    {
        if (counts.Average() < ControlRules.Shipped.FewestMean)
        {
            yield break;
        }

        yield return ControlChart.OfValues([.. counts.Select(count => (double)count)], _request.Baseline);
        if (subject.Kind != SubjectKind.Messages)
        {
            yield return ControlChart.OfShares([.. counts.Zip(of, (count, all) => new Proportion(count, all))], _request.Baseline);
        }
    }

    private IEnumerable<InsightSignal> Signals(InsightSeries series) =>
        series.Charts.SelectMany(chart => chart.Signals.Select(signal => Signal(series, chart, signal)));

    private InsightSignal Signal(InsightSeries series, ControlChart chart, ControlSignal signal)
    {
        var tally = _survey.Of(series.Unit, series.Subject);
        return new InsightSignal(series, chart, signal,
        [
            .. Enumerable.Range(signal.First, signal.Last - signal.First + 1).Select(at => new SignalPeriod(
                _survey.Spans[_skip + at], series.Counts[at], series.Counts[at] is null ? [] : tally.Named(_skip + at))),
        ]);
    }

    private InsightFunnel Compare(InsightSubject subject)
    {
        var (few, fewOf) = (_hidden[subject], _hidden[InsightSubject.Messages]);
        var plot = FunnelPlot.Of([.. _units.Select(unit => (unit, new Proportion(Counts(unit, subject).Sum(), Counts(unit, InsightSubject.Messages).Sum())))]);
        return new InsightFunnel(subject, plot.Hiding(unit => few[unit][^1] || fewOf[unit][^1]));
    }

    private long[] Counts(string? unit, InsightSubject subject) => _survey.Of(unit, subject).Counts[_skip..];

    /// <summary>What is not shown of a subject: a row for each unit, the last for all; a column for each period, the last for the sum.</summary>
    private bool[][] Hidden(InsightSubject subject) =>
        SmallNumbers.Hidden([.. _units.Append(null).Select(unit => Counts(unit, subject)).Select(counts => counts.Append(counts.Sum()).ToArray())], _request.FewestShown);

    private static long?[] Shown(long[] counts, bool[] hidden) => [.. counts.Select((count, at) => hidden[at] ? (long?)null : count)];
}
