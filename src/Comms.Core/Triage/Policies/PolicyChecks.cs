using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Policies;

/// <summary>What must be true of a policy beyond its form; every fault is named, with words that stand where it is.</summary>
internal sealed class PolicyChecks(PolicyFile file)
{
    public static readonly string[] Urgencies = ["routine", "soon", "urgent", "emergency"];

    private readonly HashSet<string> _teams = [.. file.Teams.Select(team => team.Id)];

    public IEnumerable<(IReadOnlyList<string> Words, string Reason)> Faults() =>
        Head().Concat(Teams()).Concat(Services()).Concat(Places()).Concat(Routes()).Concat(Phrases())
            .Concat(new OfferChecks(file, _teams).Faults()).Concat(new TimeChecks(file).Faults());

    private IEnumerable<(IReadOnlyList<string>, string)> Head()
    {
        if (file.Version != 1)
        {
            yield return (["version"], file.Version > 1
                ? $"the policy has version {file.Version}; this program reads version 1. Use the newer program"
                : "\"version\" must be 1");
        }

        if (file.Name.Length == 0)
        {
            yield return (["name"], "\"name\" is missing: the organisation's name");
        }

        if (!_teams.Contains(file.Desk))
        {
            yield return (["desk", file.Desk], $"the desk \"{file.Desk}\" is no team of this policy");
        }

        if (file.ReachWeight is < 0 or > 1 or double.NaN)
        {
            yield return (["reachWeight"], "\"reachWeight\" must be from 0 to 1");
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Teams() =>
        file.Teams.GroupBy(team => team.Id).Where(group => group.Count() > 1 || group.Key.Length == 0)
            .Select(group => ((IReadOnlyList<string>)["teams", group.Key], group.Key.Length == 0
                ? "a team has no \"id\""
                : $"there are {group.Count()} teams \"{group.Key}\""));

    private IEnumerable<(IReadOnlyList<string>, string)> Services()
    {
        foreach (var service in file.Services ?? [])
        {
            if (!_teams.Contains(service.Team))
            {
                yield return (["services", service.Id, service.Team], $"the service \"{service.Id}\" names \"{service.Team}\", which is no team");
            }

            if (service.Phrases.Count == 0)
            {
                yield return (["services", service.Id], $"the service \"{service.Id}\" has no phrases");
            }
        }

        foreach (var phrase in (file.Services ?? []).SelectMany(service => service.Phrases).Where(phrase => !HasWords(phrase)))
        {
            yield return (["services", phrase], $"the phrase \"{phrase}\" has no word in it");
        }

        foreach (var id in Doubled((file.Services ?? []).Select(service => service.Id)))
        {
            yield return (["services", id], id.Length == 0 ? "a service has no \"id\"" : $"there is more than one service \"{id}\"");
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Places()
    {
        foreach (var id in Doubled((file.Places ?? []).Select(place => place.Id)))
        {
            yield return (["places", id], id.Length == 0 ? "a place has no \"id\"" : $"there is more than one place \"{id}\"");
        }

        foreach (var place in file.Places ?? [])
        {
            foreach (var phrase in place.Phrases.Where(phrase => !HasWords(phrase)))
            {
                yield return (["places", place.Id, phrase], $"the phrase \"{phrase}\" has no word in it");
            }

            if (place.Latitude is null != place.Longitude is null || place.Latitude is < -90 or > 90 || place.Longitude is < -180 or > 180)
            {
                yield return (["places", place.Id], $"the place \"{place.Id}\" must have both a latitude from -90 to 90 and a longitude from -180 to 180, or neither");
            }
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Routes()
    {
        foreach (var route in file.Routes ?? [])
        {
            if (!_teams.Contains(route.Team))
            {
                yield return (["routes", route.Team], $"a route names \"{route.Team}\", which is no team");
            }

            foreach (var phrase in (route.Phrases ?? []).Where(phrase => !HasWords(phrase)))
            {
                yield return (["routes", phrase], $"the phrase \"{phrase}\" has no word in it");
            }

            if ((route.Kinds ?? route.Flags ?? route.Themes ?? route.Urgencies ?? route.Sources ?? route.Phrases) is null)
            {
                yield return (["routes", route.Team], $"a route to \"{route.Team}\" has no condition: it would send everything there");
            }

            var unknown = Unknown(route.Kinds, Vocabulary.Kinds, "kind").Concat(Unknown(route.Flags, Vocabulary.Flags, "flag"))
                .Concat(Unknown(route.Urgencies, Urgencies, "urgency"));
            foreach (var (word, reason) in unknown)
            {
                yield return (["routes", word], reason);
            }
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Phrases()
    {
        foreach (var phrase in file.Phrases ?? [])
        {
            if (!HasWords(phrase.Phrase))
            {
                yield return (["phrases", phrase.Phrase], $"the phrase \"{phrase.Phrase}\" has no word in it");
            }

            if (phrase.Flag is null == phrase.Kind is null)
            {
                yield return (["phrases", phrase.Phrase], $"the phrase \"{phrase.Phrase}\" must have a flag or a kind, and not both");
            }

            var unknown = Unknown(phrase.Flag is null ? null : [phrase.Flag], Vocabulary.Flags, "flag")
                .Concat(Unknown(phrase.Kind is null ? null : [phrase.Kind], Vocabulary.Kinds, "kind"));
            foreach (var (word, reason) in unknown)
            {
                yield return (["phrases", phrase.Phrase, word], reason);
            }
        }
    }

    public static IEnumerable<(string Word, string Reason)> Unknown(IReadOnlyList<string>? given, IReadOnlyList<string> known, string what) =>
        (given ?? []).Where(word => !known.Contains(word)).Select(word => (word, $"\"{word}\" is no {what}: {string.Join(", ", known)}"));

    public static bool HasWords(string phrase) => phrase.Any(char.IsLetterOrDigit);

    private static IEnumerable<string> Doubled(IEnumerable<string> ids) =>
        ids.CountBy(id => id).Where(pair => pair.Value > 1 || pair.Key.Length == 0).Select(pair => pair.Key);
}
