using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Engagement.Planted;

/// <summary>The people of a made-up community: now and then one acts unasked, and moves some of those who hear, who move others.</summary>
internal sealed class PlantedPeople
{
    private const double ActsInAWeek = 0.2; // Of its own accord, with the mean; some act ten times as often.
    private const double HoursUntilMoved = 24;
    private const double Answered = 0.3;

    private static readonly Act[] Unasked = [Act.Mention, Act.Mention, Act.Reply, Act.Comment, Act.Like];
    private static readonly Act[] InTurn = [Act.Repost, Act.Repost, Act.Comment, Act.Quote, Act.Reply];

    private readonly PlantedOptions _options;
    private readonly Chance _chance;
    private readonly Crowd _crowd;
    private readonly double[] _rates;
    private readonly PriorityQueue<(int Person, int? By), (DateTimeOffset At, int Added)> _due = new();
    private int _added;

    public PlantedPeople(PlantedOptions options, Chance chance)
    {
        (_options, _chance) = (options, chance);
        _crowd = new Crowd(options.People, options.Ties, chance);
        _rates = [.. Enumerable.Range(0, options.People).Select(_ => ActsInAWeek * Crowd.Pareto(chance))];
        Accounts =
        [
            .. Enumerable.Range(0, options.People).Select(person => new PlantedAccount(
                PlantedCommunity.Name("person", person),
                PlantedPart.Person,
                PlantedCommunity.Followers(chance),
                _rates[person] * _crowd.Hearers(person).Count * Odds(person))),
        ];
    }

    public IReadOnlyList<PlantedAccount> Accounts { get; }

    public List<Interaction> TakePart()
    {
        for (var day = 0; day < 7 * _options.Weeks; day++)
        {
            for (var person = 0; person < _options.People; person++)
            {
                if (_chance.Happens(_rates[person] / 7))
                {
                    Due(person, by: null, _options.Until.AddDays(-day - _chance.Share()));
                }
            }
        }

        var acts = new List<Interaction>();
        while (_due.TryDequeue(out var due, out var place))
        {
            acts.Add(Take(due.Person, due.By, place.At));
        }

        return acts;
    }

    /// <summary>One acts, which moves some of those who hear: each at any hour up to twice the mean.</summary>
    private Interaction Take(int person, int? by, DateTimeOffset at)
    {
        foreach (var hearer in _crowd.Hearers(person))
        {
            if (_chance.Happens(Odds(person)) && at.AddHours(2 * HoursUntilMoved * _chance.Share()) is var then && then <= _options.Until)
            {
                Due(hearer, person, then);
            }
        }

        var shown = by is { } mover && _chance.Happens(_options.Shown) ? Accounts[mover].Name : null;
        return new Interaction
        {
            Account = Accounts[person].Name,
            Act = _chance.Of(shown is null ? Unasked : InTurn),
            Towards = shown,
            At = at,
            Answered = _chance.Happens(Answered),
            Followers = Accounts[person].Followers,
        };
    }

    private double Odds(int person) => _options.Moved * _crowd.Pull(person);

    private void Due(int person, int? by, DateTimeOffset at) => _due.Enqueue((person, by), (at, _added++));
}
