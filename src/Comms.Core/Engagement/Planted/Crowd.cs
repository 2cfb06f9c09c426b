using Comms.Core.Text;

namespace Comms.Core.Engagement.Planted;

/// <summary>
/// Made-up people: who hears whom, and how much each one moves those who hear. Ties are a ring of near ones of which one in
/// ten leads somewhere else, so that everyone is few steps from everyone (Watts and Strogatz, Nature 393, 1998: the small
/// world). Few move others much: the pull of a person has the Pareto distribution of index 2 whose mean is 1, cut off at
/// <see cref="MostPull"/>. The same for the same seed on every machine.
/// </summary>
internal sealed class Crowd
{
    public const double MostPull = 10;
    private const double LeastPull = 0.5;
    private const int OneFarIn = 10;

    private readonly List<int>[] _ties;
    private readonly double[] _pulls;

    public Crowd(int people, int ties, Chance chance)
    {
        _ties = [.. Enumerable.Range(0, people).Select(_ => new List<int>())];
        for (var person = 0; person < people; person++)
        {
            for (var step = 1; step <= Math.Max(1, ties / 2); step++)
            {
                var other = chance.OneIn(OneFarIn) ? chance.Below(people) : (person + step) % people;
                if (other != person)
                {
                    _ties[person].Add(other);
                    _ties[other].Add(person);
                }
            }
        }

        _pulls = [.. Enumerable.Range(0, people).Select(_ => Pareto(chance))];
    }

    /// <summary>Those who hear a person.</summary>
    public IReadOnlyList<int> Hearers(int person) => _ties[person];

    /// <summary>How much likelier than with most people it is that somebody who hears this one is moved.</summary>
    public double Pull(int person) => _pulls[person];

    /// <summary>From a half, with the mean 1: most are below it, and few far above.</summary>
    public static double Pareto(Chance chance) => Math.Min(MostPull, LeastPull / Math.Sqrt(1 - chance.Share()));
}
