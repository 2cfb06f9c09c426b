using System.Globalization;

namespace Comms.Core.Exercises.Planners;

/// <summary>Reads rows as events, and names those that are none.</summary>
internal sealed class EventRows(EventsListOptions options)
{
    private const int LongestTitle = 80;
    private static readonly EventColumns Columns = EventColumns.Shipped;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(200);
    private readonly EventTimes _times = new(options);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public (IReadOnlyList<PlannedEvent> Events, IReadOnlyList<ScenarioFault> Faults) Read(IReadOnlyList<EventsListRow> rows)
    {
        var events = new List<PlannedEvent>();
        var faults = new List<ScenarioFault>();
        foreach (var row in rows)
        {
            switch (Read(row))
            {
                case (PlannedEvent read, _):
                    events.Add(read);
                    break;
                case (_, var fault):
                    faults.Add(new ScenarioFault((int)row.Line, fault));
                    break;
            }
        }

        return ([.. events.OrderBy(read => read.At)], faults);
    }

    /// <summary>A name as ids are written: its letters and digits in lower case, with hyphens between.</summary>
    internal static string Id(string name) => string.Join('-', string.Concat(
        name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private (PlannedEvent? Event, string Fault) Read(EventsListRow row)
    {
        var cells = row.Cells.DistinctBy(pair => EventColumns.Plain(pair.Key)).ToDictionary(pair => EventColumns.Plain(pair.Key), pair => pair.Value.Trim());
        var text = Cell(cells, Columns.Text) ?? Cell(cells, Columns.Title);
        if (text is null)
        {
            return (null, $"it has no description; a column is named {string.Join(", ", Columns.Text)}");
        }

        var time = Cell(cells, Columns.Time);
        if (time is null || _times.Read(time, Cell(cells, Columns.Day)) is not { } at || at > Longest)
        {
            return (null, time is null
                ? $"it has no time; a column is named {string.Join(", ", Columns.Time)}"
                : $"“{time}” is no time from the start on, such as 09:15, Day 2 09:15, 2026-12-07 09:15, +1:30 or PT1H30M");
        }

        var minutes = Cell(cells, Columns.Minutes);
        if (Within(minutes) is not { } within)
        {
            return (null, $"“{minutes}” is no number of minutes from 1 on");
        }

        var number = Cell(cells, Columns.Number);
        var id = number is null ? string.Create(CultureInfo.InvariantCulture, $"line-{row.Line}") : Id(number);
        if (id.Length == 0 || !_ids.Add(id))
        {
            return (null, $"its number “{number}” {(id.Length == 0 ? "has neither a letter nor a digit" : "stands above already")}");
        }

        return (new PlannedEvent(id, at, Cell(cells, Columns.Title) ?? Shorten(text), text)
        {
            From = Cell(cells, Columns.From),
            To = [.. (Cell(cells, Columns.To) ?? "").Split([',', ';', '/', '\n'], StringSplitOptions.TrimEntries).Select(Id).Where(role => role.Length > 0).Distinct(StringComparer.Ordinal)],
            By = Cell(cells, Columns.By),
            Expected = Cell(cells, Columns.Expected),
            Lesson = Cell(cells, Columns.Lesson),
            Within = within,
        }, "");
    }

    private static TimeSpan? Within(string? minutes) =>
        minutes is null ? Usual
        : int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many is >= 1 and <= 100_000 ? TimeSpan.FromMinutes(many)
        : null;

    private static string? Cell(Dictionary<string, string> cells, IReadOnlyList<string> names) =>
        names.Select(name => cells.GetValueOrDefault(name)).FirstOrDefault(cell => cell is { Length: > 0 });

    private static string Shorten(string text)
    {
        var line = text.Split('\n')[0];
        return new StringInfo(line) is { LengthInTextElements: > LongestTitle } info ? info.SubstringByTextElements(0, LongestTitle - 1).TrimEnd() + "…" : line;
    }
}
