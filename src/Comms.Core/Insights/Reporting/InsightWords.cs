using System.Globalization;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using Comms.Core.Insights.Reading;
using Comms.Core.Text;

namespace Comms.Core.Insights.Reporting;

/// <summary>Insights in words, the same in every culture.</summary>
public static class InsightWords
{
    private const string All = "all";

    private static readonly NumberFormatInfo Percents = new() { PercentPositivePattern = 1, PercentDecimalDigits = 1 };

    /// <summary>A unit by its name; <c>all</c> for all together.</summary>
    /// <param name="unit">Null for all together.</param>
    public static string Unit(string? unit) => unit ?? All;

    /// <summary>What is counted, as <c>negative messages</c>.</summary>
    /// <param name="subject">What is counted.</param>
    public static string Subject(InsightSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Kind == SubjectKind.Feeling ? subject.Name + " messages" : subject.Name;
    }

    /// <summary>The days of a period, as <c>16 to 22 November 2026</c>.</summary>
    /// <param name="span">The period.</param>
    public static string Span(InsightSpan span) => Wording.Period(span.First, span.Last);

    /// <summary>A figure of a chart: a count with one decimal at most, a share in per cent.</summary>
    /// <param name="kind">The kind of chart.</param>
    /// <param name="value">Null for one that is not shown.</param>
    /// <param name="otherwise">What stands for null.</param>
    public static string Figure(ChartKind kind, double? value, string otherwise = "not shown") => value is not { } figure ? otherwise
        : kind == ChartKind.P ? Percent(figure)
        : figure.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>Why points are singled out, as <c>7 weeks in a row above the mean</c>.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="period">How long a point's period is.</param>
    public static string Rule(ControlSignal signal, InsightPeriod period)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var points = Wording.Count(signal.Last - signal.First + 1, Period(period));
        return signal.Rule switch
        {
            ControlRule.OutsideLimits => signal.Rises ? "above the upper limit" : "below the lower limit",
            ControlRule.Shift => $"{points} in a row {(signal.Rises ? "above" : "below")} the mean",
            ControlRule.Trend => $"{points} in a row, each {(signal.Rises ? "higher" : "lower")} than the one before",
            _ => $"two of three {Period(period)}s close to the {(signal.Rises ? "upper" : "lower")} limit",
        };
    }

    /// <summary>Where a unit lies among others, in words.</summary>
    /// <param name="standing">Where.</param>
    public static string Standing(FunnelStanding standing) => standing switch
    {
        FunnelStanding.Above => "above what is expected",
        FunnelStanding.Below => "below what is expected",
        FunnelStanding.FarAbove => "far above what is expected",
        FunnelStanding.FarBelow => "far below what is expected",
        _ => "as expected",
    };

    /// <summary>Whether a figure is as usual, in words.</summary>
    /// <param name="variation">Whether, and on which side.</param>
    public static string Variation(Variation variation) => variation switch
    {
        Control.Variation.High => "higher than usual",
        Control.Variation.Low => "lower than usual",
        _ => "as usual",
    };

    internal static string Percent(double share) => share.ToString("P1", Percents);

    /// <summary>A period by its name, as <c>week</c>.</summary>
    /// <param name="period">How long it is.</param>
    public static string Period(InsightPeriod period) => JsonWords.Lower(period);

    /// <summary>What messages are told apart by, as <c>service</c>.</summary>
    /// <param name="cut">What.</param>
    public static string Cut(InsightCut cut) => JsonWords.Lower(cut);
}
