using System.Globalization;
using Comms.Core.Engagement.Planted;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Publics;

/// <summary>
/// One rumour among simulated people, who hear it, believe or doubt it, repeat it and ask. A post that corrects it reaches
/// followers, and staff who agreed to pass facts on reach all whom they know. People who hear, pass on and lose interest are
/// those of Daley and Kendall (Nature 204, 1964); the figures are assumptions: a rehearsal aid, and no forecast.
/// </summary>
internal sealed class RumourSpread
{
    private readonly RumourFile _rumour;
    private readonly PopulationFile _people;
    private readonly SpreadRules _rules;
    private readonly Crowd _crowd;
    private readonly Chance _chance;
    private readonly Mind[] _minds;
    private readonly PriorityQueue<(int Person, bool Truth, int? By), (TimeSpan At, int Added)> _news = new();
    private readonly List<PublicMessage> _said = [];
    private readonly Dictionary<int, string> _posted = [];
    private readonly List<(TimeSpan At, int Believing)> _looks = [];
    private int _added;

    public RumourSpread(RumourFile rumour, PopulationFile people, SpreadRules rules, ulong seed)
    {
        (_rumour, _people, _rules) = (rumour, people, rules);
        _chance = new Chance(seed);
        _crowd = new Crowd(people.People, people.Ties, _chance);
        _minds = new Mind[people.People];
        for (var i = 0; i < rules.FirstHearers; i++)
        {
            Tell(_chance.Below(people.People), rumour.Starts, truth: false, by: null);
        }
    }

    private enum Mind
    {
        Unheard,
        Doubts,
        Believes,
        Knows,
    }

    /// <summary>How many believe it now.</summary>
    public int Believing => _minds.Count(mind => mind == Mind.Believes);

    /// <summary>How many believed it at each look, in order.</summary>
    public IReadOnlyList<(TimeSpan At, int Believing)> Looks => _looks;

    /// <summary>The most who believed it at once, as far as it was looked at.</summary>
    public int MostBelieving => _looks.Count == 0 ? 0 : _looks.Max(look => look.Believing);

    /// <summary>How many know better now.</summary>
    public int Knowing => _minds.Count(mind => mind == Mind.Knows);

    /// <summary>A post that corrects it stands.</summary>
    public void Correct(TimeSpan at)
    {
        var amplifiers = Math.Min(_people.Amplifiers, _people.People);
        for (var person = 0; person < amplifiers; person++)
        {
            TellHearers(person, at, truth: true, reach: 1);
        }

        for (var person = amplifiers; person < Math.Min(amplifiers + _people.Followers, _people.People); person++)
        {
            if (_chance.Happens(_rules.FollowerSees))
            {
                Tell(person, at + Delay(_rules.HoursToSee), truth: true, by: null);
            }
        }
    }

    /// <summary>Lets time pass, and gives what was posted meanwhile.</summary>
    public IReadOnlyList<PublicMessage> Advance(TimeSpan to)
    {
        _said.Clear();
        while (_news.TryPeek(out var news, out var place) && place.At <= to)
        {
            _news.Dequeue();
            if (news.Truth)
            {
                Learn(news.Person, place.At);
            }
            else
            {
                Hear(news.Person, place.At, news.By);
            }
        }

        _looks.Add((to, Believing));
        return [.. _said];
    }

    private void Hear(int person, TimeSpan at, int? by)
    {
        if (_minds[person] != Mind.Unheard)
        {
            return;
        }

        if (!_chance.Happens(_rules.Believes))
        {
            _minds[person] = Mind.Doubts;
            SayAtTimes(_rules.DoubterAsks, _rumour.Asks, person, at, by);
            return;
        }

        _minds[person] = Mind.Believes;
        if (_chance.Happens(_rules.PassesOn))
        {
            SayAtTimes(_rules.Posts, _rumour.Repeats, person, at, by);
            TellHearers(person, at, truth: false, _rules.ReachesTie * _crowd.Pull(person));
        }
    }

    private void Learn(int person, TimeSpan at)
    {
        if (_minds[person] == Mind.Knows || (_minds[person] == Mind.Believes && !_chance.Happens(_rules.IsConvinced)))
        {
            return;
        }

        _minds[person] = Mind.Knows;
        if (_chance.Happens(_rules.PassesCorrectionOn))
        {
            TellHearers(person, at, truth: true, _rules.ReachesTie * _crowd.Pull(person));
        }
    }

    private void TellHearers(int person, TimeSpan at, bool truth, double reach)
    {
        foreach (var hearer in _crowd.Hearers(person))
        {
            if (reach >= 1 || _chance.Happens(reach))
            {
                Tell(hearer, at + Delay(_rules.HoursToPassOn), truth, person);
            }
        }
    }

    private void Tell(int person, TimeSpan at, bool truth, int? by) => _news.Enqueue((person, truth, by), (at, _added++));

    private void SayAtTimes(double odds, IReadOnlyList<string> texts, int person, TimeSpan at, int? by)
    {
        if (_rumour.Source is { } source && texts.Count > 0 && _chance.Happens(odds))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{_rumour.Id}-{person:00000}");
            var author = Persons.Of(person, followers: _crowd.Hearers(person).Count);
            _said.Add(new PublicMessage(at, source, id, _chance.Of(texts), author, While: null) { Below = by is { } other ? _posted.GetValueOrDefault(other) : null });
            _posted[person] = id;
        }
    }

    /// <summary>Any time up to twice the mean, each as likely: by arithmetic that is the same on every machine.</summary>
    private TimeSpan Delay(double hours) => TimeSpan.FromTicks((long)(2 * hours * TimeSpan.TicksPerHour * _chance.Share()));
}
