using System.Globalization;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage;

/// <summary>Says in words why a rule holds: which of the message's findings meet its conditions.</summary>
internal sealed class RouteWords(PolicyFile policy, LabelTable labels, string text, string? source, TriageResult result)
{
    /// <param name="rule">The rule's number, -1 less the number of a service, or what <see cref="RouteReason"/> names.</param>
    public string Of(int rule) => rule switch
    {
        RouteReason.Said => OfSaid(),
        RouteReason.Learnt => CorrectionWords.Learnt(result.Local.Layer.Labels[result.Local.LearntTeam!.Value.Label], up: true),
        < 0 => OfService(-1 - rule),
        _ => OfRule(policy.Routes![rule], rule),
    };

    private string OfSaid()
    {
        foreach (ref readonly var decision in result.Local.Decisions.Items)
        {
            if (decision.Said?.Heading == Heading.Team)
            {
                return CorrectionWords.Of(in decision, result.Local.Layer);
            }
        }

        return "";
    }

    private string OfService(int service) =>
        $"it names the service {policy.Services![service].Id}: {Quote(LabelRole.Service, service)}";

    private string OfRule(PolicyFileRoute rule, int index)
    {
        var met = new List<string>();
        Add(met, "flag", rule.Flags, result.Flags.ToArray());
        Add(met, "kind", rule.Kinds, Names(result.Kinds));
        Add(met, "theme", rule.Themes, Names(result.Themes));
        Add(met, "urgency", rule.Urgencies, [result.Urgency.ToString().ToLowerInvariant()]);
        Add(met, "source", rule.Sources, [source ?? ""]);
        if (rule.Phrases is not null)
        {
            met.Add(Quote(LabelRole.Phrase, index));
        }

        return string.Create(CultureInfo.InvariantCulture, $"rule {index + 1}: {string.Join(", ", met)}");
    }

    private static void Add(List<string> met, string what, IReadOnlyList<string>? asked, string[] found)
    {
        if (asked is not null)
        {
            met.Add($"{what} {string.Join(" and ", found.Where(asked.Contains))}");
        }
    }

    private string Quote(LabelRole role, int index)
    {
        foreach (ref readonly var match in result.Scan!.Matches.Items)
        {
            ref readonly var meaning = ref labels[result.Scan.Matches.LabelOf(match.Signal)];
            if (meaning.Role == role && meaning.Index == index)
            {
                return $"“{text[match.Start..match.End]}”";
            }
        }

        return "";
    }

    private static string[] Names(ReadOnlySpan<ScoredLabel> scored)
    {
        var names = new string[scored.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = scored[i].Name;
        }

        return names;
    }
}
