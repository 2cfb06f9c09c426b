using Comms.Core.Calendars;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>Reckons the last day of a duty whose clock stood still.</summary>
/// <param name="duty">The duty, as it began.</param>
/// <param name="pauses">The day on which they were asked and the day on which they told, of each pause that is over.</param>
/// <returns>The last day, and why a person must check it, if so; null when the rule lets no clock stand still.</returns>
internal delegate (DateOnly Due, string? Doubt)? PausedDue(Obligation duty, IReadOnlyList<(DateOnly Asked, DateOnly Told)> pauses);

/// <summary>Stops and starts the clock of a duty, as its rule allows. Pure.</summary>
internal sealed class DutyPauses(string zone, PausedDue reckon)
{
    public CaseStep Ask(CaseRecord now, string duty, CasePause pause)
    {
        if (Find(now, duty, out var one) is { } reason)
        {
            return CaseStep.No(reason);
        }

        var standing = now.StandingOf(one!);
        var day = DayOf(pause.Asked);
        return reckon(one!, []) is null ? CaseStep.No($"no rule that is loaded lets the clock of {one!.Rule} stand still")
            : standing.IsPaused ? CaseStep.No($"the clock of {one!.Rule} stands still already")
            : day < one!.Start || pause.Asked < Previous(standing)?.Told ? CaseStep.No("they cannot have been asked before the clock began")
            : day > standing.Due ? CaseStep.No($"the last day of {one.Rule} had passed by then: asking brings it back no more")
            : CaseStep.To(now with { Pauses = [.. now.Pauses, pause with { Duty = standing.Key }] });
    }

    public CaseStep Tell(CaseRecord now, string duty, string by, DateTimeOffset told, DateTimeOffset at)
    {
        if (Find(now, duty, out var one) is { } reason)
        {
            return CaseStep.No(reason);
        }

        var standing = now.StandingOf(one!);
        return !standing.IsPaused ? CaseStep.No($"the clock of {one!.Rule} does not stand still")
            : told < standing.Pauses[^1].Asked ? CaseStep.No("they cannot have told before they were asked")
            : reckon(one!, [.. standing.Pauses.Select(pause => (DayOf(pause.Asked), DayOf(pause.Told ?? told)))]) is { } reckoned
                ? CaseStep.To(Doubted(Ended(now, standing.Pauses[^1], told, reckoned.Due), reckoned.Doubt, by, at))
                : CaseStep.No($"no rule that is loaded lets the clock of {one!.Rule} stand still");
    }

    private static CasePause? Previous(CaseObligation duty) => duty.Pauses is [.., var last] ? last : null;

    private static CaseRecord Ended(CaseRecord now, CasePause open, DateTimeOffset told, DateOnly due) =>
        now with { Pauses = [.. now.Pauses.Select(pause => ReferenceEquals(pause, open) ? pause with { Told = told, Due = due } : pause)] };

    private static CaseRecord Doubted(CaseRecord now, string? doubt, string by, DateTimeOffset at) =>
        doubt is null ? now : now with { Notes = [.. now.Notes, new CaseNote(by, at, doubt)] };

    /// <summary>The one open duty of a name: its rule, or its key where the same rule holds from two days.</summary>
    /// <returns>Why there is not one; null when there is.</returns>
    private static string? Find(CaseRecord now, string name, out Obligation? found)
    {
        Obligation[] named = [.. now.Outstanding.Where(duty => duty.Rule == name || CaseObligation.KeyOf(duty) == name)];
        found = named.Length == 1 ? named[0] : null;
        return CaseLife.WhyShut(now) ?? named.Length switch
        {
            0 => $"it has no open duty {name}",
            1 => null,
            _ => $"it has {name} more than once; name one: {string.Join(", ", named.Select(CaseObligation.KeyOf))}",
        };
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Zones.ToLocal(at, zone).DateTime);
}
