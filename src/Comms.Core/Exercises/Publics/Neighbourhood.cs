using Comms.Core.Text;

namespace Comms.Core.Exercises.Publics;

/// <summary>
/// Who talks to whom: a ring of near ties of which one in ten leads somewhere else, so that everyone is few steps from
/// everyone (Watts and Strogatz, Nature 393, 1998: the small world). The same for the same seed.
/// </summary>
internal sealed class Neighbourhood
{
    private const int OneFarIn = 10;
    private readonly List<int>[] _ties;

    public Neighbourhood(int people, int ties, Chance chance)
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
    }

    public IReadOnlyList<int> Of(int person) => _ties[person];
}
