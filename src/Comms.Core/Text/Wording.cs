using System.Globalization;

namespace Comms.Core.Text;

/// <summary>Counts, days and lists in words, the same in every culture.</summary>
internal static class Wording
{
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string? many = null) =>
        Number(count) + " " + (count == 1 ? one : many ?? one + "s");

    /// <summary>How many say the same as a card that does not list them.</summary>
    public static string Others(int count) => Count(count, "other says the same", "others say the same");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in lists of a plan, as <c>Mon 23 Nov 09:30</c>; the offset is not looked at.</summary>
    public static string Moment(DateTimeOffset local) => local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A period as <c>16 to 22 November 2026</c>; <paramref name="last"/> belongs to it.</summary>
    public static string Period(DateOnly first, DateOnly last)
    {
        var from = first == last ? null
            : first.Year != last.Year ? "d MMMM yyyy"
            : first.Month != last.Month ? "d MMMM"
            : "%d";
        return from is null ? Day(last) : first.ToString(from, CultureInfo.InvariantCulture) + " to " + Day(last);
    }

    /// <summary>A label of an open vocabulary as people say it: <c>clinical-emergency</c> as <c>clinical emergency</c>.</summary>
    public static string Label(string name) => name.Replace('-', ' ');

    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1];
}
