using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Cases;

/// <summary>How pages for people outside a case show its messages: not who wrote them, and of those left out only how many there are.</summary>
internal static class NotShown
{
    public static MessageCard Card(string words, DateTimeOffset at, string source, string zone) =>
        new(words, "Writer not shown", At: Zones.ToLocal(at, zone)) { Source = source };

    /// <summary>What is said of the messages that are left out; empty where none is.</summary>
    public static IEnumerable<string> Counts(int restricted, int gone) =>
    [
        .. restricted > 0 ? [$"{Wording.Number(restricted)} more in restricted cases, not shown"] : Array.Empty<string>(),
        .. gone > 0 ? [$"{Wording.Number(gone)} more removed since"] : Array.Empty<string>(),
    ];
}
