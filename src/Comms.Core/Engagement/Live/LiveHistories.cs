namespace Comms.Core.Engagement.Live;

/// <summary>Reads the acts of an account, newest first, along the places that each act names.</summary>
internal sealed class LiveHistories(LiveWindow window, LiveAccounts accounts, EngagementOptions options)
{
    private static readonly IReadOnlyList<string> NoTopics = [];

    private readonly List<IReadOnlyList<string>> _topics = [NoTopics];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>The number of a list of topics, a new one where it has none.</summary>
    public int NumberOf(IReadOnlyList<string> topics)
    {
        var key = topics.Count == 0 ? "" : string.Join('\n', topics);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _topics.Count;
            _topics.Add([.. topics]);
            _numbers.Add(key, number);
        }

        return number;
    }

    /// <summary>Where the acts of an account stand, newest first.</summary>
    public IEnumerable<(int Week, int At)> PlacesOf(int number)
    {
        var (week, at) = (accounts[number].HeadWeek, accounts[number].Head);
        while (window.Holds(week))
        {
            yield return (week, at);
            var older = window[week, at];
            (week, at) = (older.OlderWeek, older.Older);
        }
    }

    /// <summary>The history of an account; null when it did nothing within the window.</summary>
    public AccountHistory? Of(int number) =>
        window.Holds(accounts[number].Week)
            ? AccountHistory.OfOne(accounts[number].Name!, [.. PlacesOf(number).Select(Read)], window.AsOf, options)
            : null;

    private Interaction Read((int Week, int At) place)
    {
        var act = window[place.Week, place.At];
        var account = accounts[act.Account];
        return new Interaction
        {
            Account = account.Name!,
            Kind = account.Kind,
            AgreedToBeNamed = account.Agreed,
            ByTeam = act.ByTeam,
            Act = act.Act,
            Towards = act.Towards == LiveAct.None ? null : accounts[act.Towards].Name,
            At = window.At(place.Week, act.At),
            Answered = act.Answered,
            AnsweredAfter = act.AnsweredAfter == LiveAct.None ? null : TimeSpan.FromSeconds(act.AnsweredAfter),
            Topics = _topics[act.Topics],
            Followers = act.Followers == LiveAct.None ? null : act.Followers,
        };
    }
}
