using System.Text.Json;
using Comms.Core.Tests;
using Comms.Core.Tests.Servers;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>The desk of the sample trust as a program, on a clock of its own, with a file of mentions that it can answer and someone on call.</summary>
internal sealed class TrustDesk : IDisposable
{
    private readonly DeskProgram _desk = new();
    private readonly List<string> _rows = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _clock = RealServer.Address("COMMS_TEST_CLOCK", "clock");

    public TrustDesk(string at, string nation = "england")
    {
        _desk.Write("policy.json", Repository.Read("seeds", "trust", "policy.json"));
        _desk.Write("in.jsonl", "");
        _desk.Write("comms.json", $$"""
            { "nation": "{{nation}}", "policy": "policy.json",
              "actors": [ { "id": "pat", "roles": ["author"] }, { "id": "ros", "roles": ["approver", "publisher"] },
                { "id": "lee", "roles": ["duty-of-candour"] }, { "id": "di", "roles": ["data-protection"] } ],
              "accounts": [ { "id": "mentions", "channel": "folder", "path": "mentions" }, { "id": "pager", "channel": "folder", "path": "pager" } ],
              "onCall": { "rotas": [ { "team": "*", "contacts": [ { "name": "duty manager", "account": "pager" } ] } ] },
              "sources": [ { "jsonl": "in.jsonl", "account": "mentions" } ] }
            """);
        At(at);
    }

    /// <summary>The words of each alert so far, in no order.</summary>
    public IReadOnlyList<string> Alerts => Posts("pager");

    /// <summary>The words of each post so far, in no order.</summary>
    public IReadOnlyList<string> Mentions => Posts("mentions");

    public void Dispose() => _desk.Dispose();

    /// <summary>Every program started from now on begins at an instant, as <c>2026-12-24 16:45</c> in UTC.</summary>
    public TrustDesk At(string instant)
    {
        _desk.Environment["LD_PRELOAD"] = _clock;
        _desk.Environment["FAKETIME"] = $"@{instant}:00";
        // The runtime's own waits go by the other clock.
        _desk.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        _desk.Environment["TZ"] = "UTC";
        return this;
    }

    /// <summary>Someone writes, and the desk runs.</summary>
    /// <returns>The case.</returns>
    public async Task<JsonElement> HearAsync(string row)
    {
        await RunAsync(row);
        return (await CasesAsync()).Single(one => _known.Add(Id(one)));
    }

    public async Task RunAsync(params IEnumerable<string> rows)
    {
        _rows.AddRange(rows);
        _desk.Write("in.jsonl", string.Concat(_rows.Select(row => row + "\n")));
        await SaysAsync("run", "--until-idle");
    }

    public async Task<IReadOnlyList<JsonElement>> CasesAsync(params string[] options) => (await _desk.RunAsync(["cases", "list", .. options])).Ended(0).Json;

    public async Task<JsonElement> CaseAsync(string id) => (await _desk.RunAsync("cases", "show", id)).Ended(0).Json[0];

    /// <returns>What a command says that does what it should.</returns>
    public async Task<string> SaysAsync(params string[] command) => (await _desk.RunAsync(command)).Ended(0).Output.Trim();

    /// <returns>Why a command is refused.</returns>
    public async Task<string> RefusesAsync(params string[] command) => (await _desk.RunAsync(command)).Ended(2).Errors;

    public Task<DeskResult> TryAsync(params string[] command) => _desk.RunAsync(command);

    public static string Id(JsonElement one) => one.GetProperty("id").GetString()!;

    private string[] Posts(string folder) => Directory.Exists(_desk.In(folder))
        ? [.. Directory.EnumerateFiles(_desk.In(folder), "*.json").Select(file => JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("text").GetString()!)]
        : [];
}
