using System.Globalization;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Reads;

/// <summary>Composes the title of a read-round-up from its items: as many of them as fit, and no word cut. Pure.</summary>
public static class ReadTitle
{
    /// <summary>As <c>Our weekly read-round-up #5: A, B, C and D</c>; where that is too long, <c>… #5: A, B and 2 more</c>.</summary>
    /// <param name="series">What the series is called.</param>
    /// <param name="number">The edition's number.</param>
    /// <param name="labels">What its items are called, in their order.</param>
    /// <param name="limit">The longest title.</param>
    /// <param name="unit">What the limit counts.</param>
    /// <returns>Null when not even the series and the number fit.</returns>
    public static string? Compose(string series, int number, IReadOnlyList<string> labels, int limit, LengthUnit unit)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(labels);
        var name = string.Create(CultureInfo.InvariantCulture, $"{series} #{number}");
        for (var told = labels.Count; told >= 1; told--)
        {
            var title = $"{name}: {Told(labels, told)}";
            if (TextLength.Count(title, unit) <= limit)
            {
                return title;
            }
        }

        return TextLength.Count(name, unit) <= limit ? name : null;
    }

    private static string Told(IReadOnlyList<string> labels, int told) => told == labels.Count
        ? Wording.List(labels)
        : Wording.List([.. labels.Take(told), $"{Wording.Number(labels.Count - told)} more"]);
}
