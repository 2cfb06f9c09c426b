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

    public void Add(TriageFindings findings)
    {
        _messages++;
        _feelings[findings.Sentiment.Label] = _feelings.GetValueOrDefault(findings.Sentiment.Label) + 1;
        foreach (var theme in findings.Themes.Select(theme => theme.Name).Distinct(StringComparer.Ordinal))
        {
            _themes[theme] = _themes.GetValueOrDefault(theme) + 1;
        }
    }
}
