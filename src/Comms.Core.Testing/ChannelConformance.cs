using System.Text;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Testing;

/// <summary>
/// What every <see cref="IChannel"/> must do, as facts. Derive one class, open a channel against an account, a fake server
/// or a sandbox that is empty at first, and tell what it shows. Each fact gets an instance of its own.
/// </summary>
public abstract partial class ChannelConformance
{
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    // A whole picture of one grey dot: some servers look into it.
    private const string GreyDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private readonly InMemoryMediaStore _media = new();

    /// <summary>Whether the channel takes pictures. Default: true.</summary>
    protected virtual bool TakesMedia => true;

    /// <summary>Whether the channel threads. Default: true.</summary>
    protected virtual bool TakesThreads => true;

    /// <summary>Who receives what is sent, on a channel that is <see cref="IRecipients"/>. Default: null.</summary>
    protected virtual string? Recipient => null;

    /// <summary>Where the channel finds its secrets. Default: the environment.</summary>
    protected virtual ICredentialSource Credentials { get; } = new EnvironmentCredentials();

    /// <summary>The test's own cancellation.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the channel; called again within a fact, it opens the same account anew.</summary>
    protected abstract ValueTask<IChannel> OpenAsync();

    /// <summary>Opens the channel for a fact that sends.</summary>
    private async ValueTask<IChannel> OpenToSendAsync()
    {
        var channel = await OpenAsync();
        Assert.SkipWhen(channel is IByHand, "A person posts on it.");
        return channel;
    }

    /// <summary>What readers see on the account, in the order it came.</summary>
    protected abstract ValueTask<IReadOnlyList<ShownPost>> ShownAsync();

    /// <summary>Its limits are dated, sourced, and the same when asked twice.</summary>
    [Fact]
    public async Task Describes_itself_with_a_date_and_a_source()
    {
        var channel = await OpenAsync();

        var traits = await channel.DescribeAsync(Cancel);

        Assert.Equal(traits, await channel.DescribeAsync(Cancel));
        Assert.NotEmpty(traits.Version);
        Assert.NotEmpty(traits.Source);
        Assert.NotEqual(default, traits.Checked);
    }

    /// <summary>Preparing is repeatable and nothing is seen of it.</summary>
    [Fact]
    public async Task Preparing_twice_gives_the_same_bytes_and_shows_nothing()
    {
        var channel = await OpenAsync();
        var post = Post("Clinic open today");

        var first = await channel.PrepareAsync(post, Context(), Cancel);
        var second = await channel.PrepareAsync(post, Context() with { Checkpoint = first.Checkpoint }, Cancel);

        Assert.Equal(first.Hash(), second.Hash());
        Assert.Empty(await ShownAsync());
    }

    /// <summary>What is sent stands, word for word.</summary>
    [Fact]
    public async Task A_post_stands_as_it_was_written()
    {
        var channel = await OpenToSendAsync();
        const string Text = "Bore da! Flu clinic: 9–5 today 💉 “free” for over-65s";

        var outcome = await SendAsync(channel, Post(Text), Context());

        Assert.NotEmpty(Assert.IsType<SendOutcome.Accepted>(outcome).Receipt.Id);
        Assert.Equal(Text, Assert.Single(await ShownAsync()).Text);
    }

    /// <summary>A picture arrives with its description.</summary>
    [Fact]
    public async Task A_picture_arrives_with_its_description()
    {
        Assert.SkipUnless(TakesMedia, "It takes no pictures.");
        var channel = await OpenToSendAsync();
        using var bytes = new MemoryStream(Convert.FromBase64String(GreyDot));
        var stored = await _media.PutAsync(bytes, Cancel);
        var picture = new MediaRef(stored.Sha256, "image/png", stored.Length, "A heron in the garden");

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, Post("Look") with { Media = [picture] }, Context()));

        Assert.Equal(["A heron in the garden"], Assert.Single(await ShownAsync()).Alts);
    }

    /// <summary>The parts of a thread stand in order, each below those before it.</summary>
    [Fact]
    public async Task A_thread_stands_in_order()
    {
        Assert.SkipUnless(TakesThreads, "It does not thread.");
        var channel = await OpenToSendAsync();
        var receipts = new List<Receipt>();
        for (var part = 0; part < 3; part++)
        {
            var context = Context($"part {part}") with { Parents = [.. receipts] };
            var outcome = await SendAsync(channel, Post($"Part {part}") with { Part = part, Parts = 3 }, context);
            receipts.Add(Assert.IsType<SendOutcome.Accepted>(outcome).Receipt);
        }

        Assert.Equal(["Part 0", "Part 1", "Part 2"], (await ShownAsync()).Select(post => post.Text));
        Assert.Equal(3, receipts.Distinct().Count());
    }

    /// <summary>The same key and bytes, sent again, show one post.</summary>
    [Fact]
    public async Task A_repeat_shows_one_post()
    {
        var channel = await OpenAsync();
        Assert.SkipWhen(await PostsTwiceAsync(channel), "It is not idempotent.");

        var first = await SendAsync(channel, Post("Once"), Context());
        var second = await SendAsync(await OpenAsync(), Post("Once"), Context());

        Assert.Equal(Assert.IsType<SendOutcome.Accepted>(first).Receipt, Assert.IsType<SendOutcome.Accepted>(second).Receipt);
        Assert.Single(await ShownAsync());
    }

    /// <summary>A key stands for its bytes: others under the same key are refused and change nothing.</summary>
    [Fact]
    public async Task Other_bytes_under_the_same_key_are_refused()
    {
        var channel = await OpenAsync();
        Assert.SkipWhen(await PostsTwiceAsync(channel), "It is not idempotent.");

        await SendAsync(channel, Post("Once"), Context());

        Assert.IsType<SendOutcome.Rejected>(await SendAsync(channel, Post("Other"), Context()));
        Assert.Equal("Once", Assert.Single(await ShownAsync()).Text);
    }

    /// <summary>A post is absent before it is sent and found afterwards, also by another process.</summary>
    [Fact]
    public async Task Reading_back_tells_what_stands()
    {
        var channel = await OpenAsync();
        Assert.SkipUnless(channel is IReadBack, "It cannot be asked.");
        var prepared = await channel.PrepareAsync(Post("Once"), Context(), Cancel);
        var attempt = new Attempt(Context().Key, prepared.Bytes, Written, Written.AddMinutes(1));

        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(attempt, Cancel));

        var sent = await channel.SendAsync(prepared, Context().Key, Context() with { Checkpoint = prepared.Checkpoint }, Cancel);
        var found = await ((IReadBack)await OpenAsync()).FindAsync(attempt, Cancel);
        Assert.Equal(Assert.IsType<SendOutcome.Accepted>(sent).Receipt, Assert.IsType<ReadBack.Found>(found).Receipt);
    }

    /// <summary>A text over the limit is found to be so before anything is sent.</summary>
    [Fact]
    public async Task A_text_over_the_limit_does_not_fit()
    {
        var traits = await (await OpenAsync()).DescribeAsync(Cancel);
        Assert.SkipUnless(traits.MaxLength is not null, "It sets no limit.");
        var text = new string('x', traits.MaxLength!.Value + 1);

        Assert.Equal(1, Assert.IsType<FitResult.TooLong>(Fitter.Fit(text, traits)).Excess);
        Assert.True(TextLength.Count(text.AsSpan(1), traits.Unit) <= traits.MaxLength);
    }

    /// <summary>A send that is cancelled before it begins shows nothing.</summary>
    [Fact]
    public async Task A_cancelled_send_shows_nothing()
    {
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Never"), Context(), Cancel);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        try
        {
            var outcome = await channel.SendAsync(prepared, Context().Key, Context(), stopped.Token);
            Assert.IsType<SendOutcome.NotSent>(outcome);
        }
        catch (OperationCanceledException)
        {
            // As good an answer: the dispatcher takes it for an unknown outcome.
        }

        Assert.Empty(await ShownAsync());
    }

    /// <summary>Hosts that send one key at the same time show one post.</summary>
    [Fact]
    public async Task Concurrent_sends_of_one_key_show_one_post()
    {
        var channel = await OpenAsync();
        Assert.SkipWhen(await PostsTwiceAsync(channel), "It is not idempotent.");
        var other = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Once"), Context(), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            async () => await (i % 2 == 0 ? channel : other)
                .SendAsync(prepared, Context().Key, Context() with { Checkpoint = prepared.Checkpoint }, Cancel),
            Cancel)));

        Assert.Equal("Once", Assert.Single(await ShownAsync()).Text);
    }

    /// <summary>A single post of no account in particular.</summary>
    protected static Rendition Post(string text) => new() { Account = "account", Text = text };

    /// <summary>What the engine would hand over for a delivery.</summary>
    /// <param name="delivery">The same name gives the same key.</param>
    protected SendContext Context(string delivery = "post") => new()
    {
        Key = new DeliveryKey(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(delivery)))[..32]),
        CreatedAt = Written,
        Deadline = Written.AddMinutes(1),
        Media = _media,
        Credentials = Credentials,
        Recipient = Recipient,
    };

    private static async ValueTask<SendOutcome> SendAsync(IChannel channel, Rendition rendition, SendContext context)
    {
        var prepared = await channel.PrepareAsync(rendition, context, Cancel);
        return await channel.SendAsync(prepared, context.Key, context with { Checkpoint = prepared.Checkpoint }, Cancel);
    }

    private static async ValueTask<bool> PostsTwiceAsync(IChannel channel) =>
        (await channel.DescribeAsync(Cancel)).Idempotency is IdempotencyClass.None or IdempotencyClass.AtLeastOnce;
}
