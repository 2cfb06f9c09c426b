using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Testing;

public abstract partial class ChannelConformance
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes the next post meet a fault. Default: the server cannot be made to, and facts that need it are skipped.</summary>
    /// <param name="fault">What goes wrong, once.</param>
    /// <returns>False where it cannot.</returns>
    protected virtual ValueTask<bool> FailNextAsync(ChannelFault fault) => ValueTask.FromResult(false);

    /// <summary>A post that stands is not called refused or unsent, can be told to stand, and sent again stands once.</summary>
    /// <param name="fault">What becomes of its answer.</param>
    [Theory]
    [InlineData(ChannelFault.LostAnswer)]
    [InlineData(ChannelFault.ServerError)]
    [InlineData(ChannelFault.GarbledAnswer)]
    [InlineData(ChannelFault.NoAnswer)]
    public async Task A_post_that_stands_is_not_called_refused_whatever_becomes_of_its_answer(ChannelFault fault)
    {
        var channel = await OpenToFailAsync(fault);
        var prepared = await channel.PrepareAsync(Post("Once"), Context(), Cancel);

        var outcome = await OutcomeAsync(channel, prepared, fault == ChannelFault.NoAnswer ? Impatience : Patience);

        Assert.True(outcome is null or SendOutcome.Accepted, $"It was called {outcome}.");
        Assert.Equal("Once", Assert.Single(await ShownAsync()).Text);
        await TellsAsync<ReadBack.Found>(await OpenAsync(), prepared);
        if (!await PostsTwiceAsync(channel))
        {
            Assert.IsType<SendOutcome.Accepted>(await SendAsync(await OpenAsync(), Post("Once"), Context()));
            Assert.Single(await ShownAsync());
        }
    }

    /// <summary>A post that never came is not said to stand, and sent again it does.</summary>
    [Fact]
    public async Task A_post_that_never_came_is_not_said_to_stand()
    {
        var channel = await OpenToFailAsync(ChannelFault.LostRequest);
        var prepared = await channel.PrepareAsync(Post("Once"), Context(), Cancel);

        var outcome = await OutcomeAsync(channel, prepared, Patience);

        Assert.True(outcome is null or SendOutcome.NotSent, $"It was called {outcome}.");
        Assert.Empty(await ShownAsync());
        await TellsAsync<ReadBack.Absent>(await OpenAsync(), prepared);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, Post("Once"), Context()));
    }

    /// <summary>Where the server asks to wait, nothing was sent, how long is told, and it goes out later.</summary>
    [Fact]
    public async Task A_rate_limit_had_no_effect_and_says_how_long_to_wait()
    {
        var channel = await OpenToFailAsync(ChannelFault.RateLimit);

        var refused = Assert.IsType<SendOutcome.NotSent>(await SendAsync(channel, Post("Once"), Context()));

        Assert.True(refused.RetryAfter > TimeSpan.Zero, "It does not say how long to wait.");
        Assert.True(refused.AccountRests > TimeSpan.Zero, "Other posts of the account would not wait.");
        Assert.Empty(await ShownAsync());
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, Post("Once"), Context()));
    }

    /// <summary>A credential that has ended is renewed, or a person is asked for; either way the post stands once in the end.</summary>
    [Fact]
    public async Task A_credential_that_has_ended_loses_no_post_and_doubles_none()
    {
        var channel = await OpenToFailAsync(ChannelFault.ExpiredCredential);

        if (await SendAsync(channel, Post("Once"), Context()) is var outcome && outcome is not SendOutcome.Accepted)
        {
            Assert.IsType<SendOutcome.NotSent>(outcome);
            Assert.Empty(await ShownAsync());
            Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, Post("Once"), Context()));
        }

        Assert.Equal("Once", Assert.Single(await ShownAsync()).Text);
    }

    private async ValueTask<IChannel> OpenToFailAsync(ChannelFault fault)
    {
        var channel = await OpenToSendAsync();
        Assert.SkipUnless(await FailNextAsync(fault), "Its server cannot be made to fail so.");
        return channel;
    }

    /// <summary>What the send brought; null where nobody can tell, as after any exception.</summary>
    private async ValueTask<SendOutcome?> OutcomeAsync(IChannel channel, PreparedPost prepared, TimeSpan within)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(within);
        SendOutcome? outcome = null;
        _ = await Record.ExceptionAsync(async () => outcome = await channel.SendAsync(prepared, Context().Key, Context() with { Checkpoint = prepared.Checkpoint }, limit.Token));
        return outcome;
    }

    private async ValueTask TellsAsync<T>(IChannel channel, PreparedPost prepared)
        where T : ReadBack
    {
        if (channel is IReadBack readBack)
        {
            Assert.IsType<T>(await readBack.FindAsync(new Attempt(Context().Key, prepared.Bytes, Written, Written.AddMinutes(1)), Cancel));
        }
    }
}
