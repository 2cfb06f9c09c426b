namespace Comms.Core.Amplifiers;

/// <summary>A colleague who agreed to help spread facts through accounts of their own. They can take it back at any time.</summary>
public sealed record NewAmplifier
{
    /// <summary>Who they are in the host's own directory, as a staff number.</summary>
    public required string Person { get; init; }

    /// <summary>How they want to be named, where they are.</summary>
    public required string Name { get; init; }

    /// <summary>The team whose round-up may celebrate their work, by its id in the policy.</summary>
    public required string Team { get; init; }

    /// <summary>Their own accounts, as <c>@jo@town.example</c>; at least one.</summary>
    public required IReadOnlyList<string> Handles { get; init; }

    /// <summary>Whether their own good work online may be named in a round-up. Default: no.</summary>
    public bool MayBeCelebrated { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Person);
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(Team);
        ArgumentOutOfRangeException.ThrowIfZero(Handles.Count);
        foreach (var handle in Handles)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        }
    }
}
