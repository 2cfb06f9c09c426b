using Comms.Core.Channels;
using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Conformance.Recordings;

/// <summary>
/// One session of an adapter, the same against a real server and against its recording: a post with a picture that is not there, comes to
/// stand, is found again and, where the channel threads, has another below it.
/// </summary>
internal static class RecordedSession
{
    // A whole picture of one grey dot: some servers look into it.
    private const string GreyDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="channel">The adapter.</param>
    /// <param name="credentials">Its secrets.</param>
    /// <param name="key">Sixteen hexadecimal digits that no session before had.</param>
    /// <param name="at">When the session is or was.</param>
    public static async Task RunAsync(IChannel channel, ICredentialSource credentials, string key, DateTimeOffset at)
    {
        var traits = await channel.DescribeAsync(Cancel);
        var media = new InMemoryMediaStore();
        using var bytes = new MemoryStream(Convert.FromBase64String(GreyDot));
        var stored = await media.PutAsync(bytes, Cancel);
        var post = new Rendition
        {
            Account = "account",
            Text = $"Bore da! Flu clinic {key}\n\n9–5 today & “free” for over-65s",
            Media = [new MediaRef(stored.Sha256, "image/png", stored.Length, "A heron in the garden")],
            Parts = traits.Threads ? 2 : 1,
        };
        var context = new SendContext
        {
            Key = new DeliveryKey(key + key),
            CreatedAt = Written,
            Deadline = Written.AddMinutes(1),
            Media = media,
            Credentials = credentials,
        };
        var prepared = await channel.PrepareAsync(post, context, Cancel);
        context = context with { Checkpoint = prepared.Checkpoint };
        var attempt = new Attempt(context.Key, prepared.Bytes, at, at.AddMinutes(1));
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(attempt, Cancel));

        var receipt = Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, context.Key, context, Cancel)).Receipt;

        Assert.Equal(receipt, Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(attempt, Cancel)).Receipt);
        if (traits.Threads)
        {
            var (below, part) = (new DeliveryKey(Reversed(key) + key), post with { Text = $"And tomorrow {key}", Part = 1, Media = [] });
            var after = context with { Key = below, Parents = [receipt], Checkpoint = null };
            var second = await channel.PrepareAsync(part, after, Cancel);
            Assert.NotEqual(receipt, Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(second, below, after, Cancel)).Receipt);
        }
    }

    private static string Reversed(string key) => string.Concat(key.Reverse());
}
