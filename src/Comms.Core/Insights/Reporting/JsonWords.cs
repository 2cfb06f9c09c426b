using System.Globalization;
using System.Text.Json;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using Comms.Core.Insights.Reading;

namespace Comms.Core.Insights.Reporting;

/// <summary>The names and figures that the data forms share.</summary>
internal static class JsonWords
{
    private const int Decimals = 4;

    public static string Rule(ControlRule rule) => rule switch
    {
        ControlRule.OutsideLimits => "outside-limits",
        ControlRule.Shift => "shift",
        ControlRule.Trend => "trend",
        _ => "near-limit",
    };

    public static string Standing(FunnelStanding standing) => standing switch
    {
        FunnelStanding.FarAbove => "far-above",
        FunnelStanding.FarBelow => "far-below",
        _ => Lower(standing),
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static void WriteFigure(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } figure && double.IsFinite(figure))
        {
            writer.WriteNumber(name, Math.Round((decimal)figure, Decimals));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteCount(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } count)
        {
            writer.WriteNumber(name, count);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteSpan(this Utf8JsonWriter writer, InsightSpan span)
    {
        writer.WriteString("first", Day(span.First));
        writer.WriteString("last", Day(span.Last));
    }

    public static void WriteSubject(this Utf8JsonWriter writer, string? unit, InsightSubject subject)
    {
        writer.WriteString("unit", unit);
        writer.WriteString("subject", Lower(subject.Kind));
        writer.WriteString("name", subject.Name);
    }

    public static void WriteUnit(this Utf8JsonWriter writer, FunnelUnit unit)
    {
        writer.WriteCount("count", unit.Share?.Count);
        writer.WriteCount("of", unit.Share?.Of);
        writer.WriteFigure("share", unit.Share is { Of: > 0 } share ? share.Value : null);
        writer.WriteFigure("lower", unit.Limits?.LowerWarning);
        writer.WriteFigure("upper", unit.Limits?.UpperWarning);
        writer.WriteString("standing", unit.Limits is null ? null : Standing(unit.Standing));
    }
}
