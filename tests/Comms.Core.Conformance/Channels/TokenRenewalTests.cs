using Comms.Core.Channels;
using Comms.Core.Channels.Facebook;
using Comms.Core.Channels.X;
using Comms.Core.Ledger;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

/// <summary>Tokens that end: renewed once whoever asks, kept before they are used, and never told of.</summary>
public sealed class TokenRenewalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly List<IDisposable> opened = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("file:secret")]
    public async Task A_token_of_X_that_has_ended_is_renewed_and_kept_for_every_host(string? clientSecret)
    {
        using var server = new FakeX();
        Keep("tokens", new TokenSet { AccessToken = FakeX.Token, RefreshToken = FakeX.Refresh }.ToSecret());
        Keep("secret", "its-secret\n");
        server.EndTokens();

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(X(server, clientSecret), "Flu jabs today"));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(X(server, clientSecret), "From another host"));

        Assert.Equal(1, server.Renewals);
        var kept = TokenSet.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "tokens"), Cancel), "tokens");
        Assert.Equal((FakeX.Token + "-1", FakeX.Refresh + "-1"), (kept.AccessToken, kept.RefreshToken));
        Assert.InRange(kept.ExpiresAt!.Value, Now.AddMinutes(115), Now.AddMinutes(125));
    }

    [Fact]
    public async Task Hosts_that_find_it_ended_at_the_same_time_renew_it_once_and_all_send()
    {
        using var server = new FakeX();
        Keep("tokens", new TokenSet { AccessToken = FakeX.Token, RefreshToken = FakeX.Refresh }.ToSecret());
        server.EndTokens();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(host => SendAsync(X(server, null), $"From host {host}")));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        Assert.Equal(1, server.Renewals);
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_before_anything_is_sent()
    {
        using var server = new FakeX();
        Keep("tokens", new TokenSet { AccessToken = FakeX.Token, RefreshToken = FakeX.Refresh, ExpiresAt = Now.AddSeconds(20) }.ToSecret());

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(X(server, null), "Flu jabs today"));

        Assert.Equal(1, server.Renewals);
    }

    [Fact]
    public async Task A_token_alone_is_used_until_it_ends_and_then_a_person_is_needed()
    {
        using var server = new FakeX();
        Keep("tokens", FakeX.Token);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(X(server, null), "Flu jabs today"));

        server.EndTokens();
        var refused = Assert.IsType<SendOutcome.NotSent>(await SendAsync(X(server, null), "And tomorrow"));

        Assert.Contains("a person", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeX.Token, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_that_is_refused_sends_nothing_and_quotes_no_secret()
    {
        using var server = new FakeX();
        Keep("tokens", new TokenSet { AccessToken = "ended", RefreshToken = "used-up", ExpiresAt = Now.AddMinutes(-1) }.ToSecret());

        var refused = Assert.IsType<SendOutcome.NotSent>(await SendAsync(X(server, null), "Flu jabs today"));

        Assert.Contains("sign in again", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("used-up", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Shown);
    }

    [Fact]
    public async Task The_Pages_own_token_is_asked_for_again_when_it_has_ended()
    {
        using var server = new FakeFacebook();
        Keep("tokens", FakeFacebook.Token);
        var channel = Facebook(server);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, "Flu jabs today"));

        // Another host asks for it: the one that is known here ends.
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(Facebook(server), "From another host"));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, "And tomorrow"));

        Assert.Equal((3, 3), (server.PageTokens, server.Shown.Count));
    }

    [Fact]
    public async Task A_persons_token_is_exchanged_a_week_before_it_ends_and_each_call_proves_that_it_comes_from_the_app()
    {
        using var server = new FakeFacebook { NeedsProof = true };
        Keep("secret", "its-secret");
        Keep("tokens", new TokenSet { AccessToken = FakeFacebook.Token, ExpiresAt = Now.AddDays(6) }.ToSecret());

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(Facebook(server), "Flu jabs today"));

        var kept = TokenSet.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "tokens"), Cancel), "tokens");
        Assert.Equal(server.Person, kept.AccessToken);
        Assert.InRange(kept.ExpiresAt!.Value, Now.AddDays(59), Now.AddDays(61));
    }

    [Fact]
    public async Task A_persons_token_that_has_ended_needs_the_person()
    {
        using var server = new FakeFacebook { Person = "another" };
        Keep("tokens", FakeFacebook.Token);

        Assert.Contains("sign in again", Assert.IsType<SendOutcome.NotSent>(await SendAsync(Facebook(server), "Flu jabs today")).Reason, StringComparison.Ordinal);
    }

    private void Keep(string name, string secret) => File.WriteAllText(Path.Combine(folder, name), secret);

    private XChannel X(FakeX server, string? clientSecret)
    {
        var options = new XOptions { Address = server.Address, Credential = "file:tokens", ClientId = "an-app", ClientSecret = clientSecret };
        var channel = new XChannel("account", options, new FileCredentials(folder));
        opened.Add(channel);
        return channel;
    }

    private FacebookChannel Facebook(FakeFacebook server)
    {
        var options = new FacebookOptions
        {
            Address = server.Address + "/v25.0",
            Page = FakeFacebook.PageId,
            Credential = "file:tokens",
            AppId = "an-app",
            AppSecret = server.NeedsProof ? "file:secret" : null,
        };
        var channel = new FacebookChannel("account", options, new FileCredentials(folder));
        opened.Add(channel);
        return channel;
    }

    private async Task<SendOutcome> SendAsync(IChannel channel, string text)
    {
        var context = new SendContext
        {
            Key = new DeliveryKey("00000000000000000000000000000001"),
            CreatedAt = Now,
            Deadline = Now.AddMinutes(1),
            Media = new InMemoryMediaStore(),
            Credentials = new FileCredentials(folder),
        };
        var prepared = await channel.PrepareAsync(new Rendition { Account = "account", Text = text }, context, Cancel);
        return await channel.SendAsync(prepared, context.Key, context, Cancel);
    }
}
