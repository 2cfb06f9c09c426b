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
    public CaseStep Ask(CaseRecord now, string name, CasePause pause) => OfOne(now, name, duty =>
    {
        var day = DayOf(pause.Asked);
        return reckon(duty.Duty, []) is null ? Unknown(duty)
            : duty.IsPaused ? CaseStep.No($"the clock of {duty.Duty.Rule} stands still already")
            : day < duty.Duty.Start || (duty.Pauses is [.., var last] && pause.Asked < last.Told) ? CaseStep.No("they cannot have been asked before the clock began")
            : day > duty.Due ? CaseStep.No($"the last day of {duty.Duty.Rule} had passed by then: asking brings it back no more")
            : CaseStep.To(now with { Pauses = [.. now.Pauses, pause with { Duty = duty.Key }] });
    });

    public CaseStep Tell(CaseRecord now, string name, string by, DateTimeOffset told, DateTimeOffset at) => OfOne(now, name, duty =>
        !duty.IsPaused ? CaseStep.No($"the clock of {duty.Duty.Rule} does not stand still")
        : told < duty.Pauses[^1].Asked ? CaseStep.No("they cannot have told before they were asked")
        : reckon(duty.Duty, [.. duty.Pauses.Select(pause => (DayOf(pause.Asked), DayOf(pause.Told ?? told)))]) is { } reckoned
            ? CaseStep.To(Doubted(Ended(now, duty.Pauses[^1], told, reckoned.Due), reckoned.Doubt, by, at))
            : Unknown(duty));

    private static CaseStep Unknown(CaseObligation duty) => CaseStep.No($"no rule that is loaded lets the clock of {duty.Duty.Rule} stand still");

    private static CaseRecord Ended(CaseRecord now, CasePause open, DateTimeOffset told, DateOnly due) =>
        now with { Pauses = [.. now.Pauses.Select(pause => ReferenceEquals(pause, open) ? pause with { Told = told, Due = due } : pause)] };

    private static CaseRecord Doubted(CaseRecord now, string? doubt, string by, DateTimeOffset at) =>
        doubt is null ? now : now with { Notes = [.. now.Notes, new CaseNote(by, at, doubt)] };

    /// <summary>A step of the one open duty of a name: its rule, or its key where the same rule holds from two days.</summary>
    private static CaseStep OfOne(CaseRecord now, string name, Func<CaseObligation, CaseStep> step)
    {
        CaseObligation[] named = [.. now.Outstanding.Where(duty => duty.Duty.Rule == name || duty.Key == name)];
        return CaseLife.Shut(now) ?? named switch
        {
            [] => CaseStep.No($"it has no open duty {name}"),
            [var one] => step(one),
            _ => CaseStep.No($"it has {name} more than once; name one: {string.Join(", ", named.Select(duty => duty.Key))}"),
        };
    }

    private DateOnly DayOf(DateTimeOffset at) => Zones.DayOf(at, zone);
}
