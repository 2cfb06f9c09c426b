using System.Globalization;

namespace Comms.Core.RoundUps;

/// <summary>A week of ISO 8601, from Monday to Sunday, as <c>2026-W47</c>.</summary>
/// <param name="Year">The year that the week belongs to, which is the year of its Thursday.</param>
/// <param name="Number">From 1 to 52, or 53 in a long year.</param>
public readonly record struct IsoWeek(int Year, int Number)
{
    /// <summary>The week's first day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>The week that holds a day.</summary>
    /// <param name="day">Any day.</param>
    public static IsoWeek Of(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(moment), ISOWeek.GetWeekOfYear(moment));
    }

    /// <summary>Reads a week as <c>2026-W47</c>.</summary>
    /// <param name="text">The text; null is no week.</param>
    /// <param name="week">The week; not meaningful when the answer is false.</param>
    /// <returns>Whether it names a week that exists.</returns>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new IsoWeek(year, number);
        return true;
    }

    /// <summary>The week as <c>2026-W47</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Number:D2}");
}
