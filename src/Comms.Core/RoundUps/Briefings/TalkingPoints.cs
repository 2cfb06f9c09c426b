using System.Runtime.InteropServices;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>What a director could be asked about: those themes above the usual first, then those with the greatest need.</summary>
/// <param name="messages">The messages of the days.</param>
/// <param name="usual">The counts to compare with.</param>
/// <param name="noSubject">Themes that are no subject.</param>
internal sealed class TalkingPoints(BriefedMessage[] messages, Usual usual, IReadOnlySet<string> noSubject)
{
    /// <summary>What one person says is on a card; a point is what several say.</summary>
    private const int Fewest = 2;

    /// <summary>The most pressing points.</summary>
    public TalkingPoint[] Foremost(int most) =>
    [
        .. Count().Where(theme => theme.Value.Negative >= Fewest && !noSubject.Contains(theme.Key))
            .Select(theme => (Theme: theme.Key, Count: theme.Value, Usual: usual.OfTheme(theme.Key)))
            .OrderByDescending(theme => theme.Count.Messages > theme.Usual?.High)
            .ThenByDescending(theme => theme.Count.Need)
            .ThenBy(theme => theme.Theme, StringComparer.Ordinal)
            .Take(most)
            .Select(theme => Point(theme.Theme, theme.Usual)),
    ];

    private Dictionary<string, (int Messages, int Negative, long Need)> Count()
    {
        var counts = new Dictionary<string, (int Messages, int Negative, long Need)>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            foreach (var theme in message.Themes)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, theme, out _);
                count = message.IsNegative
                    ? (count.Messages + 1, count.Negative + 1, count.Need + message.Message.Findings.Priority)
                    : count with { Messages = count.Messages + 1 };
            }
        }

        return counts;
    }

    private TalkingPoint Point(string theme, (int Low, int High)? usually)
    {
        var about = messages.Where(message => message.Themes.Contains(theme)).ToArray();
        return new TalkingPoint(theme, Those(about), Those(about.Where(message => message.IsNegative)), usually);
    }

    private static TriagedMessage[] Those(IEnumerable<BriefedMessage> messages) => [.. messages.Select(each => each.Message)];
}
