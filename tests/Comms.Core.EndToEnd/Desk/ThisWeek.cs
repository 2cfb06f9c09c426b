using System.Globalization;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>The week in which the test runs, as the desk names it.</summary>
internal static class ThisWeek
{
    public static string Name
    {
        get
        {
            var today = TimeProvider.System.GetUtcNow().DateTime;
            return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(today)}-W{ISOWeek.GetWeekOfYear(today):D2}");
        }
    }
}
