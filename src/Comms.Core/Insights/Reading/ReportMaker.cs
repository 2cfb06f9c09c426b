using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;

namespace Comms.Core.Insights.Reading;

/// <summary>Makes the report of a survey: charts each count, and leaves out what is too small to be shown.</summary>
internal sealed class ReportMaker
{
    private readonly InsightRequest _request;
    private readonly InsightSurvey _survey;
    private readonly int _skip;
    private readonly string?[] _units;
    private readonly bool[][] _hiddenOf;

    public ReportMaker(InsightRequest request, InsightSurvey survey)
    {
        _request = request;
        _survey = survey;
        _skip = survey.Unknown;
        _units = [.. survey.Units().Take(request.MostUnits), null];
        _hiddenOf = Hidden(InsightSubject.Messages);
    }

    public InsightReport Make()
    {
        var themes = _survey.Themes();
        InsightSubject[] parts = [InsightSubject.Negative, .. themes.Take(_request.MostThemes).Select(InsightSubject.Theme)];
        var spans = _survey.Spans[_skip..];
        var charted = spans.Length == 0 ? [] : new[] { InsightSubject.Messages }.Concat(parts).SelectMany((subject, at) => Chart(subject, at)).ToArray();
        return new InsightReport(
            _request,
            spans,
            [.. charted.OrderBy(each => each.Row).ThenBy(each => each.Place).Select(each => each.Series)],
            [
                .. charted.SelectMany(each => each.Signals)
                    .OrderByDescending(signal => signal.Signal.Last).ThenBy(signal => signal.Signal.First)
                    .ThenBy(signal => signal.Series.Unit, StringComparer.Ordinal).ThenBy(signal => signal.Series.Subject.Name, StringComparer.Ordinal),
            ],
            [.. spans.Length == 0 ? [] : parts.Select(Compare)])
        {
            UnitsLeftOut = Math.Max(0, _survey.Units().Length - _request.MostUnits),
            ThemesLeftOut = Math.Max(0, themes.Length - _request.MostThemes),
        };
    }

    /// <summary>All units of a subject; all together come first.</summary>
    private IEnumerable<(int Row, int Place, InsightSeries Series, InsightSignal[] Signals)> Chart(InsightSubject subject, int place)
    {
        var hidden = Hidden(subject);
        for (var row = 0; row < _units.Length; row++)
        {
            var (few, fewOf) = (hidden[row], _hiddenOf[row]);
            var (counts, of) = (Counts(_units[row], subject), Counts(_units[row], InsightSubject.Messages));
            ControlChart[] charts =
            [
                .. Charts(subject, counts, of).Select(chart => chart.Hiding(at => few[at], at => chart.Kind == ChartKind.P && fewOf[at])),
            ];
            var series = new InsightSeries(_units[row], subject, Shown(counts, few), Shown(of, fewOf), charts);
            yield return (_units[row] is null ? -1 : row, place, series, [.. charts.SelectMany(chart => chart.Signals.Select(signal => Signal(series, chart, signal)))]);
        }
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
        var hidden = Hidden(subject);
        var plot = FunnelPlot.Of([.. _units.OfType<string>().Select(unit => (unit, new Proportion(Counts(unit, subject).Sum(), Counts(unit, InsightSubject.Messages).Sum())))]);
        return new InsightFunnel(subject, plot.Hiding(unit => hidden[unit][^1] || _hiddenOf[unit][^1]));
    }

    private long[] Counts(string? unit, InsightSubject subject) => _survey.Of(unit, subject).Counts[_skip..];

    /// <summary>What is not shown of a subject: a row for each unit, the last for all; a column for each period, the last for the sum.</summary>
    private bool[][] Hidden(InsightSubject subject) =>
        SmallNumbers.Hidden([.. _units.Select(unit => Counts(unit, subject)).Select(counts => counts.Append(counts.Sum()).ToArray())], _request.FewestShown);

    private static long?[] Shown(long[] counts, bool[] hidden) => [.. counts.Select((count, at) => hidden[at] ? (long?)null : count)];
}
