using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Channels.Bluesky;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Channels.WordPress;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Recordings;

/// <summary>
/// Each adapter against a recorded session with a real server, in milliseconds and without it; and, where the server is there, the same
/// session anew, which must be asked and answered in the same way. <c>COMMS_RECORD=DIR</c> writes the new recordings there.
/// </summary>
[Collection(nameof(RealServer))]
public sealed class RecordedChannelTests
{
    private const int MostTries = 4;
    private const string Password = "a-password-of-the-tests";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Bluesky_as_a_real_server_answered() => ReplayAsync("bluesky", Bluesky("recorded.test"), ("{handle}", "recorded.test"), ("{did}", "did:plc:recorded"));

    [Fact]
    public Task Mastodon_as_a_real_snac_answered() => ReplayAsync("snac", Mastodon);

    [Fact]
    public Task WordPress_as_a_real_site_answered() => ReplayAsync("wordpress", WordPress);

    [Fact]
    public async Task The_recording_of_Bluesky_is_true()
    {
        var server = RealServer.Address("COMMS_TEST_PDS", "pds");
        var handle = $"r{Environment.ProcessId}.test";
        using var http = new HttpClient();
        using var made = await http.PostAsJsonAsync($"{server}/xrpc/com.atproto.server.createAccount", new { handle, email = $"{handle}@example.test", password = Password }, Cancel);
        var did = (await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("did").GetString()!;

        await CheckAsync("bluesky", "Bluesky PDS", server, Bluesky(handle), new FixedCredentials(Password), ("{handle}", handle), ("{did}", did));
    }

    [Fact]
    public Task The_recording_of_snac_is_true()
    {
        var server = RealServer.Address("COMMS_TEST_SNAC", "snac");
        return CheckAsync("snac", "snac", server, Mastodon, new FixedCredentials(Environment.GetEnvironmentVariable("COMMS_TEST_SNAC_TOKEN")));
    }

    [Fact]
    public Task The_recording_of_WordPress_is_true()
    {
        var server = RealServer.Address("COMMS_TEST_WORDPRESS", "wordpress");
        return CheckAsync("wordpress", "WordPress", server, WordPress, new FixedCredentials(Environment.GetEnvironmentVariable("COMMS_TEST_WORDPRESS_AUTHOR")));
    }

    private static Func<string, ICredentialSource, IChannel> Bluesky(string handle) =>
        (address, credentials) => new BlueskyChannel("account", new BlueskyOptions { Address = address, User = handle, Credential = "env:PASSWORD" }, credentials);

    private static MastodonChannel Mastodon(string address, ICredentialSource credentials) =>
        new("account", new MastodonOptions { Address = address, Credential = "env:TOKEN" }, credentials);

    private static WordPressChannel WordPress(string address, ICredentialSource credentials) =>
        new("account", new WordPressOptions { Address = address, User = "author", Credential = "env:PASSWORD" }, credentials);

    private static async Task ReplayAsync(string name, Func<string, ICredentialSource, IChannel> open, params (string Name, string Value)[] names)
    {
        var session = RecordingFile.Read<Session>(name);
        using var server = new ReplayServer(session, names);
        var credentials = new FixedCredentials(Password);
        var channel = open(server.Address, credentials);
        using (channel as IDisposable)
        {
            var fault = await Record.ExceptionAsync(() => RecordedSession.RunAsync(channel, credentials, session.Key, session.At));

            Assert.Empty(server.Faults);
            Assert.Null(fault);
        }
    }

    private static async Task CheckAsync(
        string name, string kind, string server, Func<string, ICredentialSource, IChannel> open, ICredentialSource credentials, params (string Name, string Value)[] names)
    {
        var session = await RecordAsync(kind, server, open, credentials, names);
        if (RecordingFile.Keep(name, session))
        {
            return;
        }

        // The server may have learnt to say more, and hold posts of other tests: what was recorded it must still say.
        var (recorded, now) = (Shape.Steps(RecordingFile.Read<Session>(name).Exchanges), Shape.Steps(session.Exchanges));
        Assert.Equal(recorded.Select(step => step.Asking), now.Select(step => step.Asking));
        Assert.All(recorded.Zip(now), pair => Assert.Empty(pair.First.Said.Except(pair.Second.Said)));
    }

    /// <summary>A small server breaks a connection off now and then, as snac does: the session begins anew, under another key.</summary>
    private static async Task<Session> RecordAsync(
        string kind, string server, Func<string, ICredentialSource, IChannel> open, ICredentialSource credentials, (string Name, string Value)[] names)
    {
        for (var tried = 1; ; tried++)
        {
            var (key, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), TimeProvider.System.GetUtcNow());
            using var proxy = new RecordingProxy(server, names);
            var channel = open(proxy.Address, credentials);
            using (channel as IDisposable)
            {
                try
                {
                    await RecordedSession.RunAsync(channel, credentials, key, now);
                    return new Session(kind, now, key, proxy.Exchanges);
                }
                catch (Exception fault) when (tried < MostTries && fault is (ChannelException or HttpRequestException or IOException))
                {
                    continue;
                }
            }
        }
    }
}
