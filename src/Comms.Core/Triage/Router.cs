using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>
/// The place where a message's route is decided. Every rule of the policy that holds adds its team; who owns the message
/// is decided in this order: what a person said of this very message, rules on flags, rules on kinds that claim a message
/// for themselves (a complaint, a request for information, the press), what was learnt from corrections, the services it
/// names, the other rules. Corrections add a team and take none away. What nothing routes goes to the desk.
/// </summary>
internal sealed class Router
{
    private readonly SignalTable _signals;
    private readonly LabelTable _labels;
    private readonly string[] _teams;
    private readonly int[] _teamOfService;
    private readonly RouteRule[] _first;
    private readonly RouteRule[] _last;

    public Router(PolicyFile policy, SignalTable signals, LabelTable labels, IReadOnlySet<string> claiming)
    {
        _signals = signals;
        _labels = labels;
        _teams = [policy.Desk, .. policy.Teams.Select(team => team.Id).Where(id => id != policy.Desk)];
        _teamOfService = [.. (policy.Services ?? []).Select(service => Array.IndexOf(_teams, service.Team))];
        var rules = (policy.Routes ?? []).Select((route, index) => new RouteRule(route, index, Array.IndexOf(_teams, route.Team), labels)).ToArray();
        _first = [.. rules.Where(rule => rule.OnFlags), .. rules.Where(rule => !rule.OnFlags && rule.OnKinds(claiming))];
        _last = [.. rules.Except(_first)];
    }

    public void Route(ScanState scan, in MessageContext context, TriageResult result)
    {
        var facts = new RouteFacts(scan, context, result, _signals, _labels);
        Add(result.Local.SaidTeam, RouteReason.Said, result);
        Apply(_first, in facts, result);
        Add(result.Local.SaidTeam is null ? result.Local.LearntTeam?.Name : null, RouteReason.Learnt, result);
        foreach (ref readonly var match in scan.Matches.Items)
        {
            ref readonly var meaning = ref _labels[_signals.LabelOf(match.Signal)];
            if (meaning.Role == LabelRole.Service)
            {
                Add(_teamOfService[meaning.Index], -1 - meaning.Index, result);
            }
        }

        Apply(_last, in facts, result);
        if (result.TeamBag.Count == 0)
        {
            result.TeamBag.Add(_teams[0]);
            result.Doubts |= Doubts.Unroutable;
        }
    }

    private void Apply(RouteRule[] rules, in RouteFacts facts, TriageResult result)
    {
        foreach (var rule in rules)
        {
            if (rule.Holds(in facts))
            {
                Add(rule.Team, rule.Index, result);
            }
        }
    }

    /// <summary>A team of corrections; one that the policy no longer has is left out.</summary>
    private void Add(string? team, int rule, TriageResult result)
    {
        if (team is not null && Array.IndexOf(_teams, team) is >= 0 and var known)
        {
            Add(known, rule, result);
        }
    }

    private void Add(int team, int rule, TriageResult result)
    {
        foreach (ref readonly var known in result.RouteBag.Items)
        {
            if (known.Rule == rule)
            {
                return;
            }
        }

        result.RouteBag.Add(new RouteReason(team, rule));
        if (!result.TeamBag.Items.Contains(_teams[team]))
        {
            result.TeamBag.Add(_teams[team]);
        }
    }

    public LabelTable Labels => _labels;

    public string TeamName(int team) => _teams[team];
}
