using System.Collections.Concurrent;
using Comms.Core.Triage.Policies;

namespace Comms.Core.Triage;

/// <summary>
/// Who gets which message, and an organisation's own phrases. Read once by <see cref="TriagePolicyReader"/>; immutable
/// and safe to share between threads.
/// </summary>
public sealed class TriagePolicy
{
    internal TriagePolicy(PolicyFile file)
    {
        Name = file.Name;
        Desk = file.Desk;
        Teams = [.. file.Teams.Select(team => new PolicyTeam(team.Id, team.Name, team.Email))];
        Places = [.. (file.Places ?? []).Select(place => new PolicyPlace(place.Id, place.Name, place.Latitude, place.Longitude))];
        ReachWeight = file.ReachWeight;
        EnoughForRoundUp = file.RoundUp?.Enough ?? 5;
        File = file;
    }

    /// <summary>A policy with one team, <c>comms</c>, which gets everything.</summary>
    public static TriagePolicy Default { get; } = new(new PolicyFile
    {
        Version = 1,
        Name = "",
        Desk = "comms",
        Teams = [new PolicyFileTeam { Id = "comms", Name = "Communications" }],
    });

    /// <summary>The organisation's name, as its reports show it; may be empty.</summary>
    public string Name { get; }

    /// <summary>The team that gets what no rule routes.</summary>
    public string Desk { get; }

    /// <summary>Every team, in the policy's order.</summary>
    public IReadOnlyList<PolicyTeam> Teams { get; }

    /// <summary>Places that people name, in the policy's order.</summary>
    public IReadOnlyList<PolicyPlace> Places { get; }

    /// <summary>From 0 to 1: how much an author's reach adds to priority; 0 means need alone.</summary>
    public double ReachWeight { get; }

    /// <summary>How many messages in a week are enough for a team's round-up.</summary>
    public int EnoughForRoundUp { get; }

    internal PolicyFile File { get; }

    /// <summary>The triagers that were compiled of it, for those who build several engines on one policy.</summary>
    internal ConcurrentDictionary<(string Nation, string Zone), Triager> Compiled { get; } = new();
}

/// <summary>A team that can get messages.</summary>
/// <param name="Id">What rules call it.</param>
/// <param name="Name">What readers call it.</param>
/// <param name="Email">Where its round-up goes; null when it has no address.</param>
public sealed record PolicyTeam(string Id, string Name, string? Email);

/// <summary>A place that people name.</summary>
/// <param name="Id">What rules call it.</param>
/// <param name="Name">What readers call it.</param>
/// <param name="Latitude">Degrees north (WGS 84); null when unknown.</param>
/// <param name="Longitude">Degrees east (WGS 84); null when unknown.</param>
public sealed record PolicyPlace(string Id, string Name, double? Latitude, double? Longitude);
