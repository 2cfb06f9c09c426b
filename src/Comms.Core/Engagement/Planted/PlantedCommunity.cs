using System.Globalization;
using Comms.Core.Text;

namespace Comms.Core.Engagement.Planted;

/// <summary>
/// A made-up community whose truth is known: who causes others to act, amid bots, rings, people who are followed for
/// something else, and acts of which nobody can see who caused them. For measuring scores, trying thresholds and rehearsing.
/// Immutable.
/// </summary>
public sealed class PlantedCommunity
{
    private PlantedCommunity(IReadOnlyList<PlantedAccount> accounts, IReadOnlyList<Interaction> interactions)
    {
        Accounts = accounts;
        Interactions = interactions;
    }

    /// <summary>Everyone, people first, then bots and rings.</summary>
    public IReadOnlyList<PlantedAccount> Accounts { get; }

    /// <summary>What they did, oldest first.</summary>
    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>Grows a community. The same options grow the same one.</summary>
    /// <param name="options">How many of each, and by which seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlantedCommunity Grow(PlantedOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var chance = new Chance(options.Seed);
        var people = new PlantedPeople(options, chance);
        PlantedAccount[] accounts = [.. people.Accounts, .. Others(options, chance)];
        var acts = people.TakePart();
        PlantedNoise.Add(acts, accounts, options, chance);
        return new PlantedCommunity(accounts, [.. acts.OrderBy(act => act.At).ThenBy(act => act.Account, StringComparer.Ordinal)]);
    }

    /// <summary>Followers as they are: few have many, whatever they say here.</summary>
    internal static long Followers(Chance chance) => (long)(40 * Crowd.Pareto(chance) * Crowd.Pareto(chance) * Crowd.Pareto(chance) * Crowd.Pareto(chance));

    private static IEnumerable<PlantedAccount> Others(PlantedOptions options, Chance chance)
    {
        for (var bot = 0; bot < options.Bots; bot++)
        {
            yield return new PlantedAccount(Name("bot", bot), PlantedPart.Bot, 50 * Followers(chance), influence: 0);
        }

        for (var member = 0; member < options.Rings * options.RingSize; member++)
        {
            yield return new PlantedAccount(Name("ring", member), PlantedPart.Ring, 10 * Followers(chance), influence: 0);
        }
    }

    internal static string Name(string part, int number) => string.Create(CultureInfo.InvariantCulture, $"@{part}-{number:000000}@planted.example");
}
