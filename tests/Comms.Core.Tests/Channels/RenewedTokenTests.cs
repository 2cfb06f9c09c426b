using Comms.Core.Channels;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Tests.Channels;

public sealed class RenewedTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ManualTime clock = new(Now);
    private readonly Store store = new();
    private int renewals;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_holds_is_read_where_it_is_kept_each_time()
    {
        store.Secret = "first";
        using var token = Renewed();
        Assert.Equal("first", await token.AccessAsync(null, Cancel));

        store.Secret = "of another host";

        Assert.Equal("of another host", await token.AccessAsync(null, Cancel));
        Assert.Equal("of another host", await token.AccessAsync("first", Cancel));
        Assert.Equal(0, renewals);
    }

    [Fact]
    public async Task It_is_renewed_as_long_before_its_end_as_is_asked_for()
    {
        store.Secret = Set("a", Now.AddMinutes(10)).ToSecret();
        using var token = Renewed();
        clock.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromTicks(1));
        Assert.Equal("a", await token.AccessAsync(null, Cancel));

        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("a+", await token.AccessAsync(null, Cancel));
        Assert.Equal(Set("a+", null).ToSecret(), store.Secret);
    }

    [Fact]
    public async Task Where_another_host_was_first_its_token_is_used()
    {
        store.Secret = Set("a", Now).ToSecret();
        store.Meanwhile = Set("theirs", null).ToSecret();
        using var token = Renewed();

        Assert.Equal("theirs", await token.AccessAsync(null, Cancel));
    }

    [Fact]
    public async Task What_the_platform_says_of_a_renewal_is_told()
    {
        store.Secret = Set("a", Now).ToSecret();
        using var token = new RenewedToken(store, "file:token", "town", _ => throw new ChannelException("used up"), TimeSpan.FromMinutes(1), clock);

        Assert.Equal("used up", (await Assert.ThrowsAsync<ChannelException>(async () => await token.AccessAsync(null, Cancel))).Message);
    }

    [Fact]
    public async Task What_cannot_be_renewed_is_used_until_the_platform_refuses_it()
    {
        store.Secret = (Set("a", Now) with { RefreshToken = null }).ToSecret();
        using var token = Renewed();
        Assert.Equal("a", await token.AccessAsync(null, Cancel));

        var ended = await Assert.ThrowsAsync<ChannelException>(async () => await token.AccessAsync("a", Cancel));

        Assert.Contains("file:token", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_to_keep_it_nothing_is_renewed()
    {
        using var token = new RenewedToken(new FixedCredentials(Set("a", Now).ToSecret()), "env:TOKEN", "town", RenewAsync, TimeSpan.FromMinutes(1), clock);

        Assert.Equal("a", await token.AccessAsync(null, Cancel));
        await Assert.ThrowsAsync<ChannelException>(async () => await token.AccessAsync("a", Cancel));
        Assert.Equal(0, renewals);
    }

    [Theory]
    [InlineData("{\"accessToken\": 7}")]
    [InlineData("{\"access_token\": \"as-others-write-it\"}")]
    [InlineData("{")]
    public void A_secret_that_is_no_set_of_tokens_is_refused_without_being_quoted(string secret)
    {
        var fault = Assert.Throws<ChannelException>(() => TokenSet.Parse(secret, "file:token"));

        Assert.Contains("file:token", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("as-others", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_is_read_as_it_was_written_and_printed_without_its_tokens()
    {
        var set = Set("secret-one", Now);

        Assert.Equal(set, TokenSet.Parse(set.ToSecret(), "file:token"));
        Assert.DoesNotContain("secret", set.ToString(), StringComparison.Ordinal);
        Assert.Equal(new TokenSet { AccessToken = "alone" }, TokenSet.Parse(" alone\n", "file:token"));
    }

    private static TokenSet Set(string access, DateTimeOffset? end) => new() { AccessToken = access, RefreshToken = "secret-two", ExpiresAt = end };

    private RenewedToken Renewed() => new(store, "file:token", "town", RenewAsync, TimeSpan.FromMinutes(1), clock);

    private ValueTask<TokenSet?> RenewAsync(TokenSet known)
    {
        renewals++;
        return ValueTask.FromResult(known.RefreshToken is null ? null : known with { AccessToken = known.AccessToken + "+", ExpiresAt = null });
    }

    private sealed class Store : ICredentialStore
    {
        public string Secret { get; set; } = "";

        /// <summary>What another host keeps just before this one would.</summary>
        public string? Meanwhile { get; set; }

        public ValueTask<string?> FindAsync(string reference, CancellationToken cancel) => ValueTask.FromResult<string?>(Secret);

        public async ValueTask<string?> RenewAsync(string reference, string known, Func<ValueTask<string?>> renew, CancellationToken cancel)
        {
            Secret = Meanwhile ?? Secret;
            if (Secret == known && await renew() is { } fresh)
            {
                Secret = fresh;
                return fresh;
            }

            return Secret == known ? null : Secret;
        }
    }
}
