using System.Globalization;
using System.Xml;
using Comms.Core.Calendars;
using Comms.Core.Channels;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>Finds what is wrong with a scenario whose form is good, each with words by which its line is found.</summary>
internal sealed class ScenarioChecks(ScenarioFile file)
{
    private const int Newest = 1;
    private readonly HashSet<string> _injects = [.. file.Injects.Select(inject => inject.Id)];
    private readonly HashSet<string> _expectations = [.. file.Expectations.Select(expectation => expectation.Id)];
    private readonly HashSet<string> _accounts = [.. file.Accounts.Select(account => account.Id)];
    private readonly HashSet<string> _roles = [.. file.Roles.Select(role => role.Id)];

    public IEnumerable<ScenarioFaultAt> Faults() =>
        file.Version != Newest
            ? [new(["version"], string.Create(CultureInfo.InvariantCulture, $"version {file.Version} is not known here; this program reads {Newest}"))]
            : [.. Whole(), .. Doubled(), .. Moves(), .. Injects(), .. Publics(), .. Expectations(), .. Acts()];

    private static string Show(TimeSpan offset) => XmlConvert.ToString(offset);

    private static ScenarioFaultAt Fault(string id, string reason) => new([id], $"{id}: {reason}");

    private IEnumerable<ScenarioFaultAt> Whole()
    {
        foreach (var fault in Nations.Faults(file.Nation, file.Zone))
        {
            yield return new(["zone"], fault);
        }

        if (string.IsNullOrWhiteSpace(file.Name))
        {
            yield return new(["name"], "it has no name");
        }

        if (file.Ends <= TimeSpan.Zero || file.Ends > TimeSpan.FromDays(366))
        {
            yield return new(["ends"], $"it ends after {Show(file.Ends)}; that lies above zero and within 366 days");
        }

        if (file.ListenEvery < TimeSpan.FromSeconds(1) || file.ListenEvery > TimeSpan.FromDays(1))
        {
            yield return new(["listenEvery"], $"it listens every {Show(file.ListenEvery)}; that lies from PT1S to P1D");
        }

        if (file.Population is { } people && (people.People is < 10 or > 1_000_000 || people.Ties < 1 || people.Ties >= people.People))
        {
            yield return new(["population"], "a population has 10 to 1,000,000 people, and each ties to at least one and fewer than all");
        }
    }

    private IEnumerable<ScenarioFaultAt> Doubled() => new (string What, IEnumerable<string> Ids)[]
    {
        ("move", file.Moves.Select(move => move.Id)),
        ("role", file.Roles.Select(role => role.Id)),
        ("account", file.Accounts.Select(account => account.Id)),
        ("inject", file.Injects.Select(inject => inject.Id)),
        ("wave", file.Waves.Select(wave => wave.Id)),
        ("rumour", file.Rumours.Select(rumour => rumour.Id)),
        ("expectation", file.Expectations.Select(expectation => expectation.Id)),
    }.SelectMany(list => list.Ids.CountBy(id => id, StringComparer.Ordinal)
        .Where(pair => pair.Value > 1 || string.IsNullOrWhiteSpace(pair.Key))
        .Select(pair => string.IsNullOrWhiteSpace(pair.Key)
            ? new ScenarioFaultAt([list.What + "s"], $"a {list.What} has no id")
            : Fault(pair.Key, string.Create(CultureInfo.InvariantCulture, $"there are {pair.Value} {list.What}s of this id"))));

    private IEnumerable<ScenarioFaultAt> Moves()
    {
        if (file.Moves.Count == 0)
        {
            yield return new(["moves"], "it has no move; the first says when the situation begins");
            yield break;
        }

        var before = file.Moves[0];
        if (before.Starts != TimeSpan.Zero)
        {
            yield return Fault(before.Id, "the first move starts at PT0S");
        }

        foreach (var move in file.Moves.Skip(1))
        {
            if (move.Starts <= before.Starts || move.Starts >= file.Ends)
            {
                yield return Fault(move.Id, $"it starts at {Show(move.Starts)}: after the move before it, and before the end");
            }
            else if (Zones.Exists(file.Zone) && Instant(move) < Instant(before) + (move.Starts - before.Starts))
            {
                yield return Fault(move.Id, "the situation would go back in time");
            }

            before = move;
        }
    }

    private DateOnly Day => file.Moves is [var first, ..] ? DateOnly.FromDateTime(first.Situation) : default;

    private DateTimeOffset Instant(MoveFile move) => Zones.Resolve(move.Situation, file.Zone).Instant;

    private IEnumerable<ScenarioFaultAt> Injects()
    {
        foreach (var inject in file.Injects)
        {
            foreach (var fault in Within(inject.Id, inject.At).Concat(Follows(inject)).Concat(Condition(inject.Id, inject.When)))
            {
                yield return fault;
            }
        }

        foreach (var pause in file.Pauses.Where(pause => pause.Lasts <= TimeSpan.Zero || pause.At > file.Ends))
        {
            yield return new([pause.Why], $"the pause “{pause.Why}” lasts longer than nothing and lies before the end");
        }

        foreach (var account in file.Accounts.Where(account => account.Quota is { } quota && quota.Of().Faults(account.Id).Any()))
        {
            yield return Fault(account.Id, "a quota has 1 to 1,000,000 posts in a minute to 31 days, and a reserve below its posts");
        }

        foreach (var account in file.Accounts.Where(account =>
            account.Platform is { } platform && Platform.Find(platform, Day) is null))
        {
            yield return Fault(account.Id, $"no rules of a platform {account.Platform} are known for the day; known are {string.Join(", ", Platform.Names)}");
        }
    }

    private IEnumerable<ScenarioFaultAt> Follows(InjectFile inject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { inject.Id };
        for (var at = inject; at?.After is { } after; at = file.Injects.FirstOrDefault(other => other.Id == after))
        {
            if (!_injects.Contains(after) && !_expectations.Contains(after))
            {
                return [Fault(inject.Id, $"it follows {after}, which is neither an inject nor an expectation")];
            }

            if (!seen.Add(after))
            {
                return [Fault(inject.Id, "it follows itself")];
            }
        }

        return [];
    }

    private IEnumerable<ScenarioFaultAt> Publics()
    {
        foreach (var wave in file.Waves)
        {
            if (wave.To <= wave.From || wave.From < TimeSpan.Zero || wave.To > file.Ends || wave.Count is < 1 or > 1_000_000 || wave.Texts.Count == 0)
            {
                yield return Fault(wave.Id, "a wave has 1 to 1,000,000 messages, words, and a beginning before its end, both within the exercise");
            }

            foreach (var blank in WaveText.Blanks(wave))
            {
                yield return Fault(wave.Id, $"there are no words for {{{blank}}}");
            }

            foreach (var fault in Condition(wave.Id, wave.While))
            {
                yield return fault;
            }
        }

        foreach (var rumour in file.Rumours)
        {
            if (rumour.Says.Count == 0 || rumour.Says.Any(string.IsNullOrWhiteSpace) || rumour.Starts < TimeSpan.Zero || rumour.Starts > file.Ends)
            {
                yield return Fault(rumour.Id, "a rumour starts within the exercise, and says by which words its correction is known");
            }

            if (rumour.Source is not null && (file.Population is null || rumour.Repeats.Count == 0))
            {
                yield return Fault(rumour.Id, "a rumour that is heard at a source needs a population, and words in which it is repeated");
            }
        }
    }

    private IEnumerable<ScenarioFaultAt> Expectations()
    {
        foreach (var expected in file.Expectations)
        {
            object?[] seen = [expected.Publish, expected.Silence, expected.Hold, expected.Route, expected.Case, expected.Judge];
            if (seen.Count(way => way is not null) != 1 || expected.Hold == false)
            {
                yield return Fault(expected.Id, "it says in exactly one way how it is seen: publish, silence, hold, route, case or judge");
            }

            if (expected.Within <= TimeSpan.Zero || expected.Score < 0)
            {
                yield return Fault(expected.Id, "it has time, and its score is not negative");
            }

            if (expected.After is { } after && !_injects.Contains(after))
            {
                yield return Fault(expected.Id, $"it follows {after}, which is no inject");
            }

            var messages = new[] { expected.Route?.Inject, expected.Case?.Inject }.OfType<string>();
            foreach (var inject in messages.Where(id => file.Injects.FirstOrDefault(inject => inject.Id == id)?.Message is null))
            {
                yield return Fault(expected.Id, $"{inject} is no inject with a message");
            }

            foreach (var fault in Within(expected.Id, expected.At).Concat(Accounts(expected.Id, expected.Publish?.Accounts ?? [])))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<ScenarioFaultAt> Acts() => file.Play.SelectMany((act, index) => new ActChecks(act, index, _roles, _injects, _expectations).Faults()
        .Concat(Accounts(act.Key ?? act.As, act.Accounts)).Concat(Within(act.Key ?? act.As, act.At)).Concat(Condition(act.Key ?? act.As, act.When)));

    private IEnumerable<ScenarioFaultAt> Accounts(string id, IEnumerable<string> accounts) =>
        accounts.Where(account => !_accounts.Contains(account)).Select(account => Fault(id, $"{account} is no account of the scenario"));

    private IEnumerable<ScenarioFaultAt> Within(string id, TimeSpan at) =>
        at >= TimeSpan.Zero && at <= file.Ends ? [] : [Fault(id, $"{Show(at)} lies outside the exercise, which ends at {Show(file.Ends)}")];

    private IEnumerable<ScenarioFaultAt> Condition(string id, ConditionFile? condition)
    {
        if (condition is null)
        {
            return [];
        }

        object?[] members = [condition.Met, condition.Missed, condition.Delivered, condition.Not, condition.All, condition.Any];
        if (members.Count(member => member is not null) != 1)
        {
            return [Fault(id, "a condition has exactly one of met, missed, delivered, not, all and any")];
        }

        string?[] expectations = [condition.Met, condition.Missed];
        return
        [
            .. expectations.OfType<string>().Where(name => !_expectations.Contains(name)).Select(name => Fault(id, $"{name} is no expectation")),
            .. condition.Delivered is { } inject && !_injects.Contains(inject) ? [Fault(id, $"{inject} is no inject")] : Array.Empty<ScenarioFaultAt>(),
            .. new[] { condition.Not }.Concat(condition.All ?? []).Concat(condition.Any ?? []).SelectMany(part => Condition(id, part)),
        ];
    }
}

/// <summary>A fault, and the words of the file after which it is found.</summary>
internal sealed record ScenarioFaultAt(IReadOnlyList<string> Words, string Reason);
