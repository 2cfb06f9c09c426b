namespace Comms.Core.Publishing;

/// <summary>
/// The accounts that one run works on, side by side. It waits until half of them have ended, so that a thousand that end one by
/// one are followed by ten claims and not by a thousand; but never while another delivery may be due, so that an account that is
/// slow keeps no other waiting.
/// </summary>
internal sealed class AccountsAtWork(Wake wake)
{
    /// <summary>So often the ledger is looked at while accounts are at work, though a hint may have been lost.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <summary>The same where the ledger gives no hints.</summary>
    private static readonly TimeSpan LookAgainUntold = TimeSpan.FromSeconds(1);

    private readonly List<Task> _accounts = [];

    /// <summary>Whether none is at work.</summary>
    public bool AreDone => _accounts.Count == 0;

    public void Begin(Task account) => _accounts.Add(account);

    /// <summary>Waits until a claim is worth while. What an account that has ended threw is thrown.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        await wake.WaitAsync(wake.IsTold ? LookAgain : LookAgainUntold, HalfAsync(), cancel).ConfigureAwait(false);
        var ended = _accounts.Where(account => account.IsCompleted).ToHashSet();
        await Task.WhenAll(ended).ConfigureAwait(false);
        _accounts.RemoveAll(ended.Contains);
    }

    /// <summary>Waits for all of them.</summary>
    public Task AllAsync() => Task.WhenAll(_accounts);

    private Task HalfAsync()
    {
        var half = new TaskCompletionSource();
        var left = (_accounts.Count + 1) / 2;
        foreach (var account in _accounts)
        {
            account.ContinueWith(_ => Count(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return half.Task;

        void Count()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                half.SetResult();
            }
        }
    }
}
