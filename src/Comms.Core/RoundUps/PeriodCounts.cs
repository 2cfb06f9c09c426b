using System.Runtime.InteropServices;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Counts a period's messages without keeping them.</summary>
internal sealed class PeriodCounts
{
    private readonly Dictionary<string, int> _themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _feelings = new(StringComparer.Ordinal);
    private int _messages;

    /// <summary>The counts; null when there was nothing to count.</summary>
    public WeekCounts? Total => _messages == 0
        ? null
        : new WeekCounts
        {
            Messages = _messages,
            Negative = _feelings.GetValueOrDefault("negative"),
            Neutral = _feelings.GetValueOrDefault("neutral"),
            Positive = _feelings.GetValueOrDefault("positive"),
            Themes =
            [
                .. _themes.Select(theme => new ThemeCount(theme.Key, theme.Value))
                    .OrderByDescending(theme => theme.Messages).ThenBy(theme => theme.Theme, StringComparer.Ordinal),
            ],
        };

    public void Add(TriageFindings findings) =>
        Add(findings.Sentiment.Label, findings.Themes.Select(theme => theme.Name).Distinct(StringComparer.Ordinal));

    /// <param name="feeling">The label of a message's sentiment.</param>
    /// <param name="themes">What it is about, each once.</param>
    public void Add(string feeling, IEnumerable<string> themes)
    {
        _messages++;
        CollectionsMarshal.GetValueRefOrAddDefault(_feelings, feeling, out _)++;
        foreach (var theme in themes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_themes, theme, out _)++;
        }
    }
}
