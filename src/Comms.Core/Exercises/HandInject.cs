namespace Comms.Core.Exercises;

/// <summary>An inject that a controller delivers by hand: one of the scenario's before its time, or one that it does not have.</summary>
public sealed record HandInject
{
    /// <summary>The scenario's name of it; it is not delivered again at its own time. Null for one that the scenario does not have.</summary>
    public string? Id { get; init; }

    /// <summary>What it is, in a line; of the scenario's own it is ignored. Needed without an <see cref="Id"/>.</summary>
    public string? Title { get; init; }

    /// <summary>What the players are told. Default: the title.</summary>
    public string? Text { get; init; }

    /// <summary>Which players are told, by their roles' names. Default: none by name.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Where the desk hears a message with it: a source of the scenario. Null for no message.</summary>
    public string? Source { get; init; }

    /// <summary>The message's words. Needed with a <see cref="Source"/>.</summary>
    public string? Message { get; init; }
}
