using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>A route of the policy, compiled: every condition it gives must hold; of a list, any one value is enough.</summary>
internal sealed class RouteRule
{
    private readonly PolicyFileRoute _route;
    private readonly ulong _flags;
    private readonly ulong _kinds;
    private readonly uint _urgencies;

    public RouteRule(PolicyFileRoute route, int index, int team, LabelTable labels)
    {
        _route = route;
        Index = index;
        Team = team;
        _flags = Bits(route.Flags, labels.FlagIndex);
        _kinds = Bits(route.Kinds, labels.KindIndex);
        _urgencies = (uint)Bits(route.Urgencies, name => (int)Enum.Parse<Urgency>(name, ignoreCase: true));
    }

    public int Index { get; }

    public int Team { get; }

    public bool OnFlags => _route.Flags is not null;

    public bool OnKinds(IReadOnlySet<string> kinds) => _route.Kinds?.Any(kinds.Contains) == true;

    public bool Holds(in RouteFacts facts) =>
        (_route.Flags is null || (facts.Flags & _flags) != 0)
        && (_route.Kinds is null || (facts.Kinds & _kinds) != 0)
        && (_urgencies == 0 || (_urgencies >> (int)facts.Result.Urgency & 1) != 0)
        && (_route.Themes is null || HoldsTheme(facts.Result))
        && (_route.Sources is null || HoldsSource(facts.Source))
        && (_route.Phrases is null || ((facts.Phrases >> (Index & 63) & 1) != 0 && HoldsPhrase(in facts)));

    private static ulong Bits(IReadOnlyList<string>? names, Func<string, int> number) =>
        (names ?? []).Aggregate(0UL, (bits, name) => bits | (1UL << number(name)));

    private bool HoldsTheme(TriageResult result)
    {
        foreach (ref readonly var theme in result.Themes)
        {
            for (var i = 0; i < _route.Themes!.Count; i++)
            {
                if (_route.Themes[i] == theme.Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool HoldsSource(string? source)
    {
        for (var i = 0; i < _route.Sources!.Count; i++)
        {
            if (_route.Sources[i] == source)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsPhrase(in RouteFacts facts)
    {
        foreach (ref readonly var match in facts.Scan.Matches.Items)
        {
            ref readonly var meaning = ref facts.Labels[facts.Signals.LabelOf(match.Signal)];
            if (meaning.Role == LabelRole.Phrase && meaning.Index == Index)
            {
                return true;
            }
        }

        return false;
    }
}
