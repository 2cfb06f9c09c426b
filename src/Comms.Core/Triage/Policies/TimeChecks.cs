namespace Comms.Core.Triage.Policies;

/// <summary>What must be true of service levels, opening hours and the round-up.</summary>
internal sealed class TimeChecks(PolicyFile file)
{
    private const string Emergency = "emergency";

    public IEnumerable<(IReadOnlyList<string> Words, string Reason)> Faults() => Levels().Concat(Hours()).Concat(RoundUp());

    private IEnumerable<(IReadOnlyList<string>, string)> Levels()
    {
        foreach (var level in file.ServiceLevels ?? [])
        {
            IReadOnlyList<string> place = ["serviceLevels", level.Urgency];
            var given = (level.Minutes is null ? 0 : 1) + (level.Hours is null ? 0 : 1) + (level.WorkingDays is null ? 0 : 1);
            if (given != 1 || !PolicyChecks.Urgencies.Contains(level.Urgency))
            {
                yield return (place, $"the service level \"{level.Urgency}\" must name an urgency and exactly one of minutes, hours, workingDays");
            }

            if ((level.Minutes ?? level.Hours ?? level.WorkingDays) is < 1 or > 10_000)
            {
                yield return (place, $"the service level \"{level.Urgency}\" must be from 1 to 10,000");
            }

            if (level.Urgency == Emergency && level.WorkingDays is not null)
            {
                yield return (place, "an emergency ignores opening hours: its service level is in minutes or hours");
            }
        }

        foreach (var (urgency, _) in (file.ServiceLevels ?? []).CountBy(level => level.Urgency).Where(pair => pair.Value > 1))
        {
            yield return (["serviceLevels", urgency], $"there is more than one service level \"{urgency}\"");
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Hours()
    {
        if (file.OpeningHours is not { } hours)
        {
            yield break;
        }

        foreach (var day in hours.Days.Where(day => !OpeningHours.IsDay(day)))
        {
            yield return (["openingHours", day], $"\"{day}\" is no day: Mon, Tue, Wed, Thu, Fri, Sat, Sun");
        }

        if (hours.Days.Count == 0)
        {
            yield return (["openingHours"], "the opening hours name no day: the desk would never open");
        }

        if (!OpeningHours.TryTime(hours.From, out var from) | !OpeningHours.TryTime(hours.To, out var to) || from >= to)
        {
            yield return (["openingHours", "from"], "the opening hours must go from one time of day to a later one, as 08:30 and 17:30");
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> RoundUp() =>
        file.RoundUp is { Enough: < 1 } ? [(["roundUp", "enough"], "\"enough\" must be 1 or more")] : [];
}
