namespace Comms.Core.Engagement.Live;

/// <summary>
/// Takes acts in, and keeps what the weeks sum to. The next act of an account, in order of time, changes one week by the
/// difference; whatever else (a late one, the team's, an answer) takes the account out of the sums and puts it in again.
/// </summary>
internal sealed class LiveSums(LiveWindow window, LiveAccounts accounts, LiveHistories histories, EngagementOptions options)
{
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);

    public void Add(Interaction made, int week)
    {
        var number = accounts.NumberOf(made.Account);
        var act = Of(made, number, week);
        var isNext = !made.ByTeam && IsNewest(number, week, act.At) && !MayAnswer(made, accounts[number]);
        if (!isNext)
        {
            Count(number, -1);
        }

        Insert(number, week, act);
        Note(ref accounts[number], made);
        if (isNext)
        {
            CountNext(ref accounts[number], week, act);
        }
        else
        {
            Count(number, 1);
        }
    }

    /// <summary>Marks an act as answered; false when there is none at that instant that waits.</summary>
    public bool Answer(int number, DateTimeOffset at, TimeSpan? after)
    {
        var week = window.WeekOf(at);
        var within = window.Within(week, at);
        foreach (var place in histories.PlacesOf(number))
        {
            if (place.Week == week && window[place.Week, place.At] is { ByTeam: false, Answered: false } act && act.At == within)
            {
                Count(number, -1);
                window[place.Week, place.At].Answered = true;
                window[place.Week, place.At].AnsweredAfter = Seconds(after);
                Count(number, 1);
                return true;
            }
        }

        return false;
    }

    public void Remove(int number)
    {
        Count(number, -1);
        foreach (var place in histories.PlacesOf(number).ToArray())
        {
            var act = window[place.Week, place.At];
            window[place.Week].Removed++;
            window[place.Week, place.At] = new LiveAct { Account = act.Account, Towards = act.Towards, OlderWeek = LiveWindow.Gone };
        }

        accounts.Forget(number);
    }

    /// <summary>Takes out of the sums, and lets go, what ends with the oldest week: whose newest act lies there, with the team's later turns to them.</summary>
    public void LeaveOldest()
    {
        var week = window[window.Oldest];
        for (var at = 0; at < week.Count; at++)
        {
            var number = week[at].Account;
            if (accounts[number].Week == window.Oldest && accounts[number].NewestOfTeam > 0)
            {
                Count(number, -1);
                accounts[number].Week = LiveWindow.Gone;
            }
        }

        for (var at = 0; at < week.Count; at++)
        {
            var act = week[at];
            accounts.LetGo(act.Account);
            if (act.Towards != LiveAct.None)
            {
                accounts.LetGo(act.Towards);
            }
        }
    }

    /// <summary>Whether an act could answer a turn of the team, or brings turns of the team into the sums that stood alone.</summary>
    private bool MayAnswer(Interaction made, in LiveAccount account) => account.NewestOfTeam > 0
        && (!window.Holds(account.Week) || made.At.UtcTicks - account.NewestOfTeam <= options.AnswerWithin.Ticks);

    private static int Seconds(TimeSpan? took) => took is { } known ? (int)Math.Clamp(Math.Round(known.TotalSeconds), 0, int.MaxValue) : LiveAct.None;

    private static int Whole(long? followers) => followers is { } known ? (int)Math.Clamp(known, 0, int.MaxValue) : LiveAct.None;

    private LiveAct Of(Interaction made, int number, int week) => new()
    {
        Account = number,
        Towards = made.Towards is { } other && !made.ByTeam ? accounts.NumberOf(other) : LiveAct.None,
        At = window.Within(week, made.At),
        AnsweredAfter = Seconds(made.AnsweredAfter),
        Topics = histories.NumberOf(made.Topics),
        Followers = Whole(made.Followers),
        Act = made.Act,
        Answered = made.Answered,
        ByTeam = made.ByTeam,
    };

    private bool IsNewest(int number, int week, int at)
    {
        var (headWeek, head) = (accounts[number].HeadWeek, accounts[number].Head);
        return !window.Holds(headWeek) || headWeek < week || (headWeek == week && window[headWeek, head].At <= at);
    }

    /// <summary>Puts an act into its week, and into the account's order of time.</summary>
    private void Insert(int number, int week, LiveAct act)
    {
        (int Week, int At)? newer = null;
        if (!IsNewest(number, week, act.At))
        {
            newer = histories.PlacesOf(number).TakeWhile(place => place.Week > week || (place.Week == week && window[week, place.At].At > act.At)).Last();
        }

        ref var account = ref accounts[number];
        (act.OlderWeek, act.Older) = newer is { } place ? (window[place.Week, place.At].OlderWeek, window[place.Week, place.At].Older) : (account.HeadWeek, account.Head);
        var at = window[week].Add(act);
        if (newer is { } before)
        {
            (window[before.Week, before.At].OlderWeek, window[before.Week, before.At].Older) = ((short)week, at);
        }
        else
        {
            (account.HeadWeek, account.Head) = ((short)week, at);
        }

        account.Held++;
        if (act.Towards != LiveAct.None)
        {
            accounts[act.Towards].Held++;
        }
    }

    /// <summary>What the newest act tells of its account. Where two tell at once, the one that agreed to less.</summary>
    private void Note(ref LiveAccount account, Interaction made)
    {
        var at = made.At.UtcTicks;
        if (made.ByTeam)
        {
            account.NewestOfTeam = Math.Max(account.NewestOfTeam, at);
        }
        else if (at > account.Newest || account.Kind.Length == 0 || (at == account.Newest && AgreedToLess(made, account)))
        {
            (account.Newest, account.Agreed, account.Kind) = (at, made.AgreedToBeNamed, Same(made.Kind));
        }
    }

    private static bool AgreedToLess(Interaction made, in LiveAccount account) =>
        made.AgreedToBeNamed != account.Agreed ? account.Agreed : string.CompareOrdinal(made.Kind, account.Kind) < 0;

    private string Same(string kind) => _kinds.TryGetValue(kind, out var known) ? known : _kinds[kind] = kind;

    /// <summary>The next act of an account: one week changes, by the difference.</summary>
    private void CountNext(ref LiveAccount account, int week, in LiveAct act)
    {
        if (account.Week != week)
        {
            if (window.Holds(account.Week))
            {
                window[account.Week].Accounts--;
            }

            window[week].Accounts++;
            (account.Week, account.Answered, account.Unanswered) = ((short)week, 0, 0);
        }

        var before = QualityPart.OfWeek(account.Answered, account.Unanswered, options);
        var worth = options.Acts.Of(act.Act, act.Answered);
        (account.Answered, account.Unanswered) = act.Answered ? (account.Answered + worth, account.Unanswered) : (account.Answered, account.Unanswered + worth);
        window[week].Quality += QualityPart.OfWeek(account.Answered, account.Unanswered, options) - before;
        if (Turn.Asks(act.Act))
        {
            window[week].Turns++;
            window[week].Answered += act.Answered ? 1 : 0;
        }
    }

    /// <summary>Puts an account into the sums of the weeks, or takes it out.</summary>
    private void Count(int number, int sign)
    {
        ref var account = ref accounts[number];
        account.Week = sign > 0 ? NewestWeek(number) : account.Week;
        if (histories.Of(number) is not { } history)
        {
            return;
        }

        foreach (var acts in history.Acts.GroupBy(act => window.WeekOf(act.At)))
        {
            account.Answered = acts.Where(act => act.Answered).Sum(act => options.Acts.Of(act.Act, answered: true));
            account.Unanswered = acts.Where(act => !act.Answered).Sum(act => options.Acts.Of(act.Act, answered: false));
            window[acts.Key].Quality += sign * QualityPart.OfWeek(account.Answered, account.Unanswered, options);
        }

        foreach (var turn in history.Turns)
        {
            window[window.WeekOf(turn.At)].Turns += sign;
            window[window.WeekOf(turn.At)].Answered += turn.Answered ? sign : 0;
        }

        window[account.Week].Accounts += sign;
    }

    private short NewestWeek(int number)
    {
        foreach (var (week, at) in histories.PlacesOf(number))
        {
            if (!window[week, at].ByTeam)
            {
                return (short)week;
            }
        }

        return LiveWindow.Gone;
    }
}
