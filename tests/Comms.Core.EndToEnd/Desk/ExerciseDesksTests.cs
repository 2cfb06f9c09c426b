using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Several players at several desks on one exercise, and a controller at a desk of their own: separate processes on one PostgreSQL.</summary>
public sealed class ExerciseDesksTests : IAsyncLifetime
{
    private const string Scenario = """
        { "version": 1, "name": "Smoke", "ends": "PT2H", "listenEvery": "PT1H",
          "moves": [ { "id": "start", "title": "Start", "starts": "PT0S", "situation": "2026-12-07T07:00" } ],
          "roles": [ { "id": "writer", "roles": ["author"] }, { "id": "approver", "roles": ["approver", "publisher"] }, { "id": "control", "roles": ["controller"] } ],
          "accounts": [ { "id": "town" } ],
          "injects": [ { "id": "smoke", "at": "PT100M", "title": "Smoke", "text": "There is smoke." } ],
          "expectations": [ { "id": "said", "title": "It is said", "after": "smoke", "within": "PT90M", "must": true, "publish": { "says": ["smoke"], "accounts": ["town"] } } ] }
        """;

    private readonly DeskProgram desk = new();
    private TestDatabase? database;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        desk.Environment["COMMS_EXERCISE"] = database.ConnectionString;
        desk.Write("smoke.json", Scenario);
        desk.Write("seat.json", """{ "exercise": { "postgreSql": "env:COMMS_EXERCISE" } }""");
    }

    public async ValueTask DisposeAsync()
    {
        desk.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Players_act_from_other_desks_and_a_controller_pauses_injects_and_moves_on()
    {
        var playing = desk.RunAsync("exercise", "run", "smoke.json", "--speed", "60", "--postgresql", "env:COMMS_EXERCISE");
        await Eventually.HoldsAsync(async () => (await SeatAsync("status")).Output.Contains("running", StringComparison.Ordinal), "the exercise never began");
        (await SeatAsync("pause", "--as", "control")).Ended(0);
        await Eventually.HoldsAsync(async () => (await SeatAsync("status")).Output.Contains("paused", StringComparison.Ordinal), "it was never paused");
        (await SeatAsync("inject", "smoke", "--as", "control")).Ended(0);
        desk.Write("words.jsonl", """{ "id": "words", "text": "There is smoke. All are safe.", "accounts": ["exercise:town"], "at": "2026-12-07T07:50" }""");
        (await desk.RunAsync("import", "words.jsonl", "--as", "writer", "--approve-as", "approver", "--config", "seat.json")).Ended(0);
        (await SeatAsync("resume", "--as", "control")).Ended(0);
        (await SeatAsync("jump", "2026-12-07T08:59", "--as", "control")).Ended(0);

        (await playing).Ended(0);

        var transcript = await File.ReadAllTextAsync(desk.In("comms-exercise/transcript.jsonl"), TestContext.Current.CancellationToken);
        var posted = Assert.Single(transcript.Split('\n'), line => line.Contains("\"kind\":\"post\"", StringComparison.Ordinal));
        Assert.Contains("T07:50:", posted, StringComparison.Ordinal);
        Assert.Contains("EXERCISE: There is smoke.", posted, StringComparison.Ordinal);
        Assert.Single(transcript.Split('\n'), line => line.Contains("\"kind\":\"inject\"", StringComparison.Ordinal));
        Assert.All(["pause-exercise", "resume-exercise", "jump-exercise", "inject-exercise"], act => Assert.Contains($"\"{act}\",\"who\":\"control\"", transcript, StringComparison.Ordinal));
        Assert.Contains("the exercise has ended", (await SeatAsync("pause", "--as", "control")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("this one is in use", (await desk.RunAsync("exercise", "run", "smoke.json", "--postgresql", "env:COMMS_EXERCISE")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_real_has_no_place_at_a_desk_of_an_exercise()
    {
        desk.Write("both.json", """
            { "exercise": { "postgreSql": "env:COMMS_EXERCISE" }, "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ] }
            """);

        Assert.Contains("has no place at a desk of an exercise", (await desk.RunAsync("exercise", "status", "--config", "both.json")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("nobody at another desk could follow", (await desk.RunAsync("exercise", "run", "smoke.json", "--speed", "10000", "--postgresql", "env:COMMS_EXERCISE")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("no exercise is played", (await SeatAsync("status")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private Task<DeskResult> SeatAsync(params string[] arguments) => desk.RunAsync(["exercise", .. arguments, "--config", "seat.json"]);
}
