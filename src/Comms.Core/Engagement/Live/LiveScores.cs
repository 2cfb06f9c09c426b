namespace Comms.Core.Engagement.Live;

/// <summary>
/// The scores of <see cref="EngagementScorer"/> while acts stream in: each act is taken in within microseconds, and a score
/// is there at any moment. Weeks end where they ended when it began. Whom an account brings is counted anew by
/// <see cref="Refresh"/> and <see cref="Best"/> alone. Thread-safe: one call at a time.
/// </summary>
/// <remarks>
/// Times are kept to the millisecond, and how long an answer took to the second. Takes 32 bytes for each act and some 150 for
/// each account, beside its name; what the window has passed is let go. Measured in <c>LiveScoresBenchmarks</c>.
/// </remarks>
public sealed class LiveScores
{
    private readonly Lock _gate = new();
    private readonly EngagementOptions _options;
    private readonly LiveWindow _window;
    private readonly LiveAccounts _accounts = new();
    private readonly LiveHistories _histories;
    private readonly LiveSums _sums;
    private BroughtBy _by;

    /// <summary>Begins with no act.</summary>
    /// <param name="asOf">The end of the week under way.</param>
    /// <param name="options">How to score; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public LiveScores(DateTimeOffset asOf, EngagementOptions? options = null)
    {
        _options = options ?? new EngagementOptions();
        _options.Check();
        _window = new LiveWindow(asOf, _options);
        _histories = new LiveHistories(_window, _accounts, _options);
        _sums = new LiveSums(_window, _accounts, _histories, _options);
        _by = LiveTies.Count(_window, _accounts, _options);
    }

    /// <summary>The end of the week under way: scores are as of this instant.</summary>
    public DateTimeOffset AsOf
    {
        get
        {
            lock (_gate)
            {
                return _window.AsOf;
            }
        }
    }

    /// <summary>How many acts the window holds.</summary>
    public long Acts
    {
        get
        {
            lock (_gate)
            {
                return _window.Weeks.Sum(week => (long)week.Count - week.Removed);
            }
        }
    }

    /// <summary>Ends weeks until the one under way has the instant in it, and lets go what the window has passed.</summary>
    /// <param name="now">The present. One that is past already changes nothing.</param>
    public void MoveTo(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_window.AsOf < now)
            {
                _sums.LeaveOldest();
                _window.Next();
            }
        }
    }

    /// <summary>Takes an act in.</summary>
    /// <param name="interaction">The act, in any order of time.</param>
    /// <returns>False when it is after <see cref="AsOf"/> or before the window, and counts for nothing.</returns>
    public bool Add(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        lock (_gate)
        {
            var week = _window.WeekOf(interaction.At);
            if (!_window.Holds(week))
            {
                return false;
            }

            _sums.Add(interaction, week);
            return true;
        }
    }

    /// <summary>The team answered an act that was taken in.</summary>
    /// <param name="account">Whose it was.</param>
    /// <param name="at">When it was.</param>
    /// <param name="after">How long the team took; null when not known.</param>
    /// <returns>False when there is no such act that waits for an answer.</returns>
    public bool Answer(string account, DateTimeOffset at, TimeSpan? after)
    {
        ArgumentNullException.ThrowIfNull(account);
        lock (_gate)
        {
            return _accounts.TryFind(account, out var number) && _sums.Answer(number, at, after);
        }
    }

    /// <summary>Removes an account and all its acts from every figure; nobody was brought by it any more.</summary>
    /// <param name="account">The account's own name.</param>
    /// <returns>False when nothing is held of it.</returns>
    public bool Remove(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        lock (_gate)
        {
            if (!_accounts.TryFind(account, out var number))
            {
                return false;
            }

            _sums.Remove(number);
            return true;
        }
    }

    /// <summary>The score of one account; whom it brings is as of the last count. Null when it did nothing within the window.</summary>
    /// <param name="account">The account's own name.</param>
    public AccountScore? Find(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        lock (_gate)
        {
            return _accounts.TryFind(account, out var number) ? Score(number, _window.Community()) : null;
        }
    }

    /// <summary>Counts anew whom each account brings.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            _by = LiveTies.Count(_window, _accounts, _options);
        }
    }

    /// <summary>Counts anew whom each account brings, and scores all of them.</summary>
    /// <param name="count">How many to give; 1 or more.</param>
    /// <returns>The best, in the order of <see cref="EngagementScorer"/>.</returns>
    public IReadOnlyList<AccountScore> Best(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            Refresh();
            var community = _window.Community();
            var best = new SortedSet<AccountScore>(EngagementScorer.BestFirst);
            for (var number = 0; number < _accounts.Numbers; number++)
            {
                if (Score(number, community) is { } score && best.Add(score) && best.Count > count)
                {
                    best.Remove(best.Max!);
                }
            }

            return [.. best];
        }
    }

    private AccountScore? Score(int number, Community community) => _histories.Of(number) is { } history
        ? EngagementScorer.Score(history, QualityPart.Raw(history, community.Decays, _options), community, _accounts[number].Counted ? _by[number] : default, _options)
        : null;
}
