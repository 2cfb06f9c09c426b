using Comms.Core.Exercises.Planners;

namespace Comms.Core.Exercises;

/// <summary>One row of a planner's list of events.</summary>
/// <param name="Line">Where it stands in the list, from 1, to name it by when something is wrong with it.</param>
/// <param name="Cells">What it says, by the names of the columns as the list has them.</param>
public sealed record EventsListRow(long Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>What a list of events does not say itself.</summary>
public sealed record EventsListOptions
{
    /// <summary>What the exercise is called.</summary>
    public required string Name { get; init; }

    /// <summary>When the situation begins, by the wall clock of <see cref="Zone"/>.</summary>
    public required DateTime Starts { get; init; }

    /// <summary>The zone of the list's times. Default: Europe/London.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>Whose law holds. Default: england.</summary>
    public string Nation { get; init; } = "england";
}

/// <summary>
/// Makes a scenario of the list of events that exercise planners keep (a master scenario events list): number, time, type,
/// method, from, to, description, expected action, learning points, minutes. A column is known by any of the names of
/// <c>seeds/planning/exercise-columns.json</c>. A time is <c>09:15</c> (of the first day, or of the one that a column of days
/// numbers), <c>Day 2 09:15</c>, <c>2026-12-07 09:15</c>, <c>+1:30</c> from the start, or <c>PT1H30M</c>. What is expected
/// becomes an expectation that a controller judges, within the minutes given or an hour. Accounts, publics, and what each
/// role may do are no part of such lists, and are written into the scenario afterwards.
/// </summary>
public static class EventsListReader
{
    /// <summary>Reads a list. A row that cannot be used is named, and the others become the scenario.</summary>
    /// <param name="rows">The rows, in any order, without the header.</param>
    /// <param name="options">What the list does not say.</param>
    /// <exception cref="ArgumentException">The zone does not exist, or the name is blank.</exception>
    public static EventsListReading Read(IReadOnlyList<EventsListRow> rows, EventsListOptions options)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Name);
        if (!Calendars.Zones.Exists(options.Zone))
        {
            throw new ArgumentException($"The tz database has no zone {options.Zone}.", nameof(options));
        }

        var (events, faults) = new EventRows(options).Read(rows);
        return new EventsListReading(events.Count == 0 ? null : ScenarioOfEvents.Write(events, options), faults);
    }
}

/// <summary>What came of reading a list of events.</summary>
public sealed class EventsListReading
{
    internal EventsListReading(ReadOnlyMemory<byte>? json, IReadOnlyList<ScenarioFault> faults)
    {
        Json = json ?? ReadOnlyMemory<byte>.Empty;
        Faults = faults;
        Scenario = json is { } written ? ScenarioReader.Read(written).Scenario : null;
    }

    /// <summary>The scenario; null when no row could be used.</summary>
    public Scenario? Scenario { get; }

    /// <summary>The same as a scenario file to go on with, UTF-8; empty when no row could be used.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The rows that are not in it, with their lines.</summary>
    public IReadOnlyList<ScenarioFault> Faults { get; }
}
