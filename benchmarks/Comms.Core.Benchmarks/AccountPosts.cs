using Comms.Core.Ledger;

namespace Comms.Core.Benchmarks;

/// <summary>What waits in a ledger as deliveries do: so many posts of 400 bytes in each of 1,000 accounts.</summary>
internal static class AccountPosts
{
    public const int Accounts = 1_000;

    /// <summary>The bytes of each.</summary>
    public static byte[] Content { get; } = new byte[400];

    /// <param name="ledger">An empty one.</param>
    /// <param name="each">How many posts in each account.</param>
    /// <param name="dueOf">When a post of an account is due.</param>
    public static async Task FillAsync(ILedger ledger, int each, Func<int, int, DateTimeOffset> dueOf)
    {
        for (var post = 0; post < each; post++)
        {
            var writes = Enumerable.Range(0, Accounts).Select(account => new LedgerWrite
            {
                Key = new RecordKey(LedgerPair.Kind, $"{account}/{post}"),
                Expected = 0,
                Content = Content,
                Due = dueOf(post, account),
                Lane = $"account {account}",
            });
            await ledger.CommitAsync(new LedgerBatch { Writes = [.. writes] }, CancellationToken.None);
        }
    }
}
