using System.Globalization;

namespace Comms.Core.Tests.Insights;

/// <summary>Runs something where numbers are written another way.</summary>
internal static class Abroad
{
    public static T Run<T>(Func<T> make)
    {
        var (thread, home) = (Thread.CurrentThread, Thread.CurrentThread.CurrentCulture);
        try
        {
            thread.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "~" } };
            return make();
        }
        finally
        {
            thread.CurrentCulture = home;
        }
    }
}
