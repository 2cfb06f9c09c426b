using System.Runtime.InteropServices;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>A theme that people are unhappy with.</summary>
/// <param name="Theme">Its name.</param>
/// <param name="Messages">How many messages are about it.</param>
/// <param name="Negative">How many of them are negative.</param>
/// <param name="Usual">How many are usual; null when that is not known.</param>
internal sealed record TalkingPoint(string Theme, int Messages, int Negative, (int Low, int High)? Usual)
{
    /// <summary>What one person says is on a card; a point is what several say.</summary>
    private const int Fewest = 2;

    /// <summary>All points of the days: those above the usual first, then those with the greatest need.</summary>
    /// <param name="messages">The messages of the days.</param>
    /// <param name="usual">The counts to compare with.</param>
    /// <param name="noSubject">Themes that are no subject.</param>
    public static IEnumerable<TalkingPoint> Of(IEnumerable<BriefedMessage> messages, Usual usual, IReadOnlySet<string> noSubject)
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

        return counts.Where(theme => theme.Value.Negative >= Fewest && !noSubject.Contains(theme.Key))
            .Select(theme => (Point: new TalkingPoint(theme.Key, theme.Value.Messages, theme.Value.Negative, usual.OfTheme(theme.Key)), theme.Value.Need))
            .OrderByDescending(each => each.Point.Messages > each.Point.Usual?.High)
            .ThenByDescending(each => each.Need)
            .ThenBy(each => each.Point.Theme, StringComparer.Ordinal)
            .Select(each => each.Point);
    }

    /// <summary>Which of some messages are about it.</summary>
    public IEnumerable<TriagedMessage> Among(IEnumerable<TriagedMessage> messages) => messages.Where(IsAbout);

    private bool IsAbout(TriagedMessage message)
    {
        foreach (var theme in message.Findings.Themes)
        {
            if (theme.Name == Theme)
            {
                return true;
            }
        }

        return false;
    }
}
