using Comms.Core.Exercises.Scenarios;
using Comms.Core.Governance;

namespace Comms.Core.Exercises;

/// <summary>What an exercise plays: moves, injects, publics, rumours, expectations. <see cref="ScenarioReader"/> makes it. Immutable.</summary>
public sealed class Scenario
{
    internal Scenario(ScenarioFile file)
    {
        File = file;
        Timeline = new Timeline(file);
    }

    /// <summary>What the exercise is called.</summary>
    public string Name => File.Name;

    /// <summary>What it rehearses, for whoever takes part; empty when it does not say.</summary>
    public string About => File.About;

    /// <summary>The zone of its wall times, in the tz database.</summary>
    public string Zone => File.Zone;

    /// <summary>The instant of the situation at which it begins; an <see cref="ExerciseClock"/> begins there.</summary>
    public DateTimeOffset Starts => Timeline.Starts;

    /// <summary>How long it takes at the rate 1, pauses left out.</summary>
    public TimeSpan Length => Timeline.Ends;

    /// <summary>Who plays, with what each may do.</summary>
    public IReadOnlyList<Actor> Players => [.. File.Roles.Select(role => new Actor(role.Id, role.Roles))];

    /// <summary>How many injects it has.</summary>
    public int Injects => File.Injects.Count;

    /// <summary>How many expectations it has.</summary>
    public int Expectations => File.Expectations.Count;

    internal ScenarioFile File { get; }

    internal Timeline Timeline { get; }
}
