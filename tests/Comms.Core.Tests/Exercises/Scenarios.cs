using System.Text;
using Comms.Core.Exercises;

namespace Comms.Core.Tests.Exercises;

/// <summary>A morning's exercise, and changes of it.</summary>
internal static class Scenarios
{
    public const string Morning = """
        {
          "version": 1, "name": "A morning", "ends": "PT3H", "listenEvery": "PT7M30.5S", "seed": 5,
          "moves": [ { "id": "early", "title": "Early", "starts": "PT0S", "situation": "2026-12-07T07:00" },
                     { "id": "late", "title": "Late", "starts": "PT2H", "situation": "2026-12-07T19:00" } ],
          "roles": [ { "id": "writer", "roles": ["author"] }, { "id": "approver", "roles": ["approver", "publisher"] }, { "id": "duty", "roles": ["handler"] } ],
          "accounts": [ { "id": "town", "platform": "bluesky" }, { "id": "board" } ],
          "injects": [
            { "id": "smoke", "at": "PT10M1.25S", "title": "Smoke", "text": "There is smoke.", "alarm": true,
              "message": { "source": "page", "text": "I cannot breathe, there is smoke in the ward, please help" } },
            { "id": "praised", "after": "statement", "at": "PT5M", "title": "Praise", "text": "That was quick." },
            { "id": "scolded", "at": "PT90M", "title": "Scolding", "text": "Nobody said a word.", "when": { "missed": "statement" } } ],
          "waves": [ { "id": "worry", "source": "page", "from": "PT15M", "to": "PT2H30M", "count": 40, "shape": "peak", "texts": ["Is {ward} safe?", "What is that smoke over {ward}?"], "words": { "ward": ["Heron Ward", "Otter Ward"] } } ],
          "expectations": [
            { "id": "statement", "title": "A statement within the hour", "after": "smoke", "within": "PT1H", "must": true, "score": 3, "lesson": "Keep one ready.", "publish": { "says": ["smoke"], "accounts": ["town", "board"] } },
            { "id": "calm", "title": "No cheer", "after": "smoke", "within": "PT1H", "silence": ["sing with us"] },
            { "id": "held", "title": "A hold", "after": "smoke", "within": "PT1H", "hold": true },
            { "id": "taken", "title": "Someone takes it", "after": "smoke", "within": "PT15M", "case": { "inject": "smoke", "is": "own" } } ],
          "play": [
            { "at": "PT1M", "as": "writer", "do": "draft", "key": "song", "text": "Come and sing with us!", "accounts": ["town"] },
            { "at": "PT2M", "as": "approver", "do": "approve", "key": "song" },
            { "at": "PT3M", "as": "approver", "do": "schedule", "key": "song", "for": "PT30M" },
            { "at": "PT12M", "as": "duty", "do": "own", "inject": "smoke" },
            { "at": "PT20M", "as": "writer", "do": "draft", "key": "words", "text": "The smoke is from a kitchen. All are safe.", "accounts": ["town", "board"] },
            { "at": "PT21M", "as": "writer", "do": "approve", "key": "words" },
            { "at": "PT25M0.75S", "as": "approver", "do": "approve", "key": "words" },
            { "at": "PT26M", "as": "approver", "do": "schedule", "key": "words", "crisis": true, "purpose": "safety" },
            { "at": "PT29M59S", "as": "approver", "do": "hold", "reason": "Not now." } ]
        }
        """;

    public static Scenario Read(string json = Morning) => ScenarioReader.Read(Encoding.UTF8.GetBytes(json)).Scenario
        ?? throw new ArgumentException("It has faults.", nameof(json));

    public static async Task<ExerciseResult> PlayAsync(
        Scenario scenario, decimal rate = 60, TimeProvider? wall = null, PlayOptions? options = null, CancellationToken cancel = default)
    {
        var clock = new ExerciseClock(scenario.Starts, rate, wall);
        var exercise = await Exercise.OpenAsync(scenario, clock, cancel: cancel);
        return await exercise.PlayAsync(options ?? new PlayOptions { SkipWaiting = true }, cancel);
    }

    public static string Transcript(ExerciseResult result)
    {
        using var bytes = new MemoryStream();
        result.WriteTranscript(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
