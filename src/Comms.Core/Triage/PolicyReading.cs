using System.Diagnostics.CodeAnalysis;

namespace Comms.Core.Triage;

/// <summary>What came of reading a policy: the policy, or why there is none. Immutable.</summary>
public sealed class PolicyReading
{
    internal PolicyReading(TriagePolicy? policy, IReadOnlyList<PolicyFault> faults)
    {
        Policy = policy;
        Faults = faults;
    }

    /// <summary>The policy; null when there is a fault.</summary>
    public TriagePolicy? Policy { get; }

    /// <summary>Every fault, in the order of its line; empty when the policy is good.</summary>
    public IReadOnlyList<PolicyFault> Faults { get; }

    /// <summary>Whether the policy can be used.</summary>
    [MemberNotNullWhen(true, nameof(Policy))]
    public bool Succeeded => Policy is not null;
}

/// <summary>What is wrong with a policy, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">What is wrong and what is expected.</param>
public sealed record PolicyFault(int Line, string Reason);
