using System.Diagnostics.CodeAnalysis;

namespace Comms.Core.Exercises;

/// <summary>What came of reading a scenario: the scenario, or why there is none. Immutable.</summary>
public sealed class ScenarioReading
{
    internal ScenarioReading(Scenario? scenario, IReadOnlyList<ScenarioFault> faults)
    {
        Scenario = scenario;
        Faults = faults;
    }

    /// <summary>The scenario; null when there is a fault.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Every fault, in the order of its line; empty when the scenario is good.</summary>
    public IReadOnlyList<ScenarioFault> Faults { get; }

    /// <summary>Whether the scenario can be played.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool Succeeded => Scenario is not null;
}

/// <summary>What is wrong with a scenario, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">What is wrong and what is expected.</param>
public sealed record ScenarioFault(int Line, string Reason);
