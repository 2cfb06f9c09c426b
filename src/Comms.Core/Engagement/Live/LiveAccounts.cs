namespace Comms.Core.Engagement.Live;

/// <summary>The accounts of the window by name and by number. A number is free again when nothing is held of its account.</summary>
internal sealed class LiveAccounts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = [];
    private LiveAccount[] _accounts = new LiveAccount[16];

    /// <summary>One more than the highest number so far.</summary>
    public int Numbers { get; private set; }

    public ref LiveAccount this[int number] => ref _accounts[number];

    public bool TryFind(string name, out int number) => _numbers.TryGetValue(name, out number);

    /// <summary>The number of an account, a new one where it has none.</summary>
    public int NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_free.TryPop(out var number))
        {
            number = Numbers++;
            if (number == _accounts.Length)
            {
                Array.Resize(ref _accounts, _accounts.Length + (_accounts.Length / 2));
            }
        }

        _accounts[number] = new LiveAccount { Name = name, Kind = "", Week = LiveWindow.Gone, HeadWeek = LiveWindow.Gone };
        _numbers.Add(name, number);
        return number;
    }

    /// <summary>Whom each account brings has been counted.</summary>
    public void Counted()
    {
        for (var number = 0; number < Numbers; number++)
        {
            _accounts[number].Counted = true;
        }
    }

    /// <summary>One act less is held of an account, or towards it.</summary>
    public void LetGo(int number)
    {
        if (--_accounts[number].Held == 0)
        {
            Forget(number);
            _free.Push(number);
        }
    }

    /// <summary>Forgets its name and what is kept of it. Its number stays taken while acts of others point to it.</summary>
    public void Forget(int number)
    {
        ref var account = ref _accounts[number];
        if (account.Name is { } name)
        {
            _numbers.Remove(name);
            account = new LiveAccount { Kind = "", Week = LiveWindow.Gone, HeadWeek = LiveWindow.Gone, Held = account.Held };
        }
    }
}
