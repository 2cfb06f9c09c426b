using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>An exercise beside accounts that are real and whose secrets are there to be read: nothing of them is touched.</summary>
public sealed class ExerciseIsolationTests : IDisposable
{
    private const string Scenario = """
        { "version": 1, "name": "Smoke", "ends": "PT1H",
          "moves": [ { "id": "start", "title": "Start", "starts": "PT0S", "situation": "2026-12-07T07:00" } ],
          "roles": [ { "id": "writer", "roles": ["author"] }, { "id": "approver", "roles": ["approver", "publisher"] } ],
          "accounts": [ { "id": "town" } ],
          "injects": [ { "id": "smoke", "title": "Smoke", "text": "There is smoke.", "message": { "source": "page", "text": "There is smoke in the ward, please help" } } ],
          "expectations": [ { "id": "said", "title": "It is said", "after": "smoke", "within": "PT30M", "must": true, "publish": { "says": ["smoke"], "accounts": ["town"] } } ],
          "play": [ { "at": "PT1M", "as": "writer", "do": "draft", "key": "k", "text": "There is smoke. All are safe.", "accounts": ["town"] },
                    { "at": "PT2M", "as": "approver", "do": "approve", "key": "k" },
                    { "at": "PT3M", "as": "approver", "do": "schedule", "key": "k", "crisis": true } ] }
        """;

    private readonly DeskProgram desk = new();
    private readonly TcpListener server = new(IPAddress.Loopback, 0);

    public ExerciseIsolationTests()
    {
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        desk.Environment["TOWN_SECRET"] = "open-sesame";
        desk.Write("smoke.json", Scenario);
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "town", "channel": "mastodon", "address": "http://127.0.0.1:{{port}}", "credential": "env:TOWN_SECRET" },
                            { "id": "hook", "channel": "webhook", "address": "http://127.0.0.1:{{port}}/hook", "credential": "env:TOWN_SECRET" } ] }
            """);
    }

    public void Dispose()
    {
        server.Dispose();
        desk.Dispose();
    }

    [Fact]
    public async Task Beside_real_accounts_no_connection_is_opened_and_no_secret_is_written()
    {
        (await desk.RunAsync("exercise", "run", "smoke.json", "--speed", "10000")).Ended(0);

        Assert.False(server.Pending(), "Nobody knocked at the real account's server.");
        Assert.All(
            Directory.GetFiles(desk.In("comms-exercise")),
            file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("open-sesame"u8)));
    }

    [Fact]
    public async Task With_the_network_denied_it_plays_the_same()
    {
        Assert.SkipUnless(await DeniesAsync(), "This system lets no one deny the network to a process (unshare --map-root-user --net).");
        (await desk.RunAsync("exercise", "run", "smoke.json", "--speed", "10000")).Ended(0);
        var transcript = await TranscriptAsync();

        var denied = await desk.RunWithinAsync(["unshare", "--map-root-user", "--net"], "exercise", "run", "smoke.json", "--speed", "10000");

        denied.Ended(0);
        Assert.Equal(transcript, await TranscriptAsync());
    }

    private static async Task<bool> DeniesAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare"))
        {
            return false;
        }

        using var tried = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--net", "true"]) { RedirectStandardError = true })!;
        await tried.WaitForExitAsync(TestContext.Current.CancellationToken);
        return tried.ExitCode == 0;
    }

    private Task<string> TranscriptAsync() => File.ReadAllTextAsync(desk.In("comms-exercise/transcript.jsonl"), TestContext.Current.CancellationToken);
}
