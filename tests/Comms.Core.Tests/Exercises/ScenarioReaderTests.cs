using System.Text;
using System.Text.Json;
using Comms.Core.Exercises;
using Comms.Core.Tests.Triage.Policies;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class ScenarioReaderTests
{
    private static readonly JsonDocumentOptions Plain = new() { MaxDepth = 64 };

    [Theory]
    [InlineData("flu.json", 60, 120)]
    [InlineData("outage.json", 35, 82)]
    public void A_scenario_that_ships_is_good_to_the_reader_and_to_the_schema(string name, int injects, int hours)
    {
        var json = Repository.Read("seeds", "exercises", name);
        var schema = new SchemaReader(JsonDocument.Parse(Repository.Read("seeds", "schemas", "exercise.schema.json"), Plain).RootElement);

        Assert.True(schema.Holds(JsonDocument.Parse(json, Plain).RootElement));
        var scenario = Scenarios.Read(json);
        Assert.True(scenario.Injects >= injects, "It has as many injects as it promises.");
        Assert.Equal(TimeSpan.FromHours(hours), scenario.Length);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "reads 1")]
    [InlineData("\"PT3H\"", "\"3 hours\"", "is no duration")]
    [InlineData("\"PT3H\"", "\"P1M\"", "is no duration")]
    [InlineData("2026-12-07T19:00", "2026-12-07T08:00", "late: the situation would go back in time")]
    [InlineData("\"after\": \"statement\"", "\"after\": \"praised\"", "praised: it follows itself")]
    [InlineData("\"after\": \"statement\"", "\"after\": \"nothing\"", "praised: it follows nothing, which is neither")]
    [InlineData("\"words\": { \"ward\"", "\"words\": { \"door\"", "worry: there are no words for {ward}")]
    [InlineData("\"hold\": true", "\"hold\": true, \"judge\": \"x\"", "held: it says in exactly one way")]
    [InlineData("\"missed\": \"statement\"", "\"missed\": \"fire\"", "scolded: fire is no expectation")]
    [InlineData("\"as\": \"duty\"", "\"as\": \"stranger\"", "stranger is no role")]
    [InlineData("\"reason\": \"Not now.\"", "\"crisis\": true", "it gives no reason")]
    [InlineData("\"platform\": \"bluesky\"", "\"platform\": \"pigeon\"", "town: no rules of a platform pigeon")]
    [InlineData("\"platform\": \"bluesky\"", "\"quota\": { \"posts\": 3, \"per\": \"PT1H\", \"reserve\": 3 }", "town: a quota has")]
    [InlineData("\"id\": \"held\"", "\"id\": \"calm\"", "calm: there are 2 expectations of this id")]
    [InlineData("\"name\": \"A morning\"", "\"name\": \"A morning\", \"colour\": \"red\"", "colour")]
    public void A_fault_is_named(string good, string bad, string reason)
    {
        var json = Scenarios.Morning.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Scenarios.Morning, json);

        var reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_fault_has_its_line()
    {
        var json = Scenarios.Morning.Replace("\"missed\": \"statement\"", "\"missed\": \"fire\"", StringComparison.Ordinal).Replace("\"pigeon\"", "", StringComparison.Ordinal);

        var fault = Assert.Single(ScenarioReader.Read(Encoding.UTF8.GetBytes(json)).Faults);

        Assert.Equal(json[..json.IndexOf("scolded", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1, fault.Line);
    }
}
