using System.Text;
using System.Text.Json;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage.Policies;

/// <summary>The schema says what the reader does, so that an editor and the engine agree.</summary>
public sealed class PolicySchemaTests
{
    private static readonly SchemaReader Schema = new(Parse(Repository.Read("seeds", "schemas", "policy.schema.json")));

    [Fact]
    public void The_policy_that_ships_is_good_to_both()
    {
        var policy = Repository.Read("seeds", "trust", "policy.json");
        Assert.True(IsGood(policy));
        Assert.Empty(TriagePolicyReader.Read(Encoding.UTF8.GetBytes(policy)).Faults);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", 2)]
    [InlineData("\"name\": \"Test\"", "\"name\": \"\"", 3)]
    [InlineData("\"desk\": \"comms\"", "\"desk\": null", 4)]
    [InlineData("\"name\": \"C\"", "\"name\": \"C\", \"colour\": \"red\"", 5)]
    [InlineData("[\"car park\"]", "[]", 6)]
    [InlineData("\"flags\": [\"self-harm\"]", "\"flags\": [\"no-such-flag\"]", 7)]
    [InlineData("\"kinds\": [\"complaint\"] }", "\"kinds\": [\"no-such-kind\"] }", 8)]
    [InlineData("\"flag\": \"legal\"", "\"flag\": \"legal\", \"kind\": \"foi\"", 9)]
    [InlineData("\"kind\": \"press\"", "\"kind\": \"pirate\"", 10)]
    [InlineData("\"minutes\": 15", "\"minutes\": 0", 11)]
    [InlineData("\"minutes\": 15", "\"workingDays\": 1", 11)]
    [InlineData("\"minutes\": 15", "\"minutes\": 15, \"hours\": 1", 11)]
    [InlineData("\"from\": \"08:30\"", "\"from\": \"8.30\"", 12)]
    [InlineData("\"Mon\"", "\"Monday\"", 12)]
    [InlineData("\"enough\": 5", "\"enough\": 0", 13)]
    [InlineData("\"when\": { \"kinds\": [\"complaint\"] }", "\"when\": { }", 14)]
    [InlineData("\"words\": \"Please write.\"", "\"words\": \"\"", 14)]
    [InlineData("\"answer\": \"At nine.\"", "\"answer\": \"\"", 15)]
    [InlineData("\"latitude\": 52", "\"latitude\": 152", 16)]
    [InlineData(", \"longitude\": -3", "", 16)]
    [InlineData("\"reachWeight\": 0", "\"reachWeight\": 2", 17)]
    public void A_fault_is_one_to_both_and_the_reader_names_its_line(string good, string bad, int line)
    {
        var policy = Whole.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Whole, policy);
        Assert.False(IsGood(policy));
        Assert.Contains(line, TriagePolicyReader.Read(Encoding.UTF8.GetBytes(policy)).Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void The_whole_form_is_good_to_both()
    {
        Assert.Empty(TriagePolicyReader.Read(Encoding.UTF8.GetBytes(Whole)).Faults);
        Assert.True(IsGood(Whole));
    }

    private const string Whole = """
        {
          "version": 1,
          "name": "Test",
          "desk": "comms",
          "teams": [ { "id": "comms", "name": "C" } ],
          "services": [ { "id": "parking", "team": "comms", "phrases": ["car park"] } ],
          "routes": [ { "team": "comms", "flags": ["self-harm"] },
            { "team": "comms", "themes": ["A theme of our own"], "kinds": ["complaint"] } ],
          "phrases": [ { "phrase": "see you in court", "flag": "legal" } ],
          "accountsOfNote": [ { "handle": "@gull", "kind": "press" } ],
          "serviceLevels": [ { "urgency": "emergency", "minutes": 15 } ],
          "openingHours": { "days": ["Mon"], "from": "08:30", "to": "17:30" },
          "roundUp": { "enough": 5 },
          "signposts": [ { "to": "comms", "account": "@pals", "words": "Please write.", "when": { "kinds": ["complaint"] } } ],
          "suggestedAnswers": [ { "question": "When?", "phrases": ["when do you open"], "answer": "At nine." } ],
          "places": [ { "id": "pond", "name": "The pond", "phrases": ["pond"], "latitude": 52, "longitude": -3 } ],
          "reachWeight": 0
        }
        """;

    private static bool IsGood(string policy) => Schema.Holds(Parse(policy));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
