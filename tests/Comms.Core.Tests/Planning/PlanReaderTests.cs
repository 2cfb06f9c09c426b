using System.Text;
using Comms.Core.Planning;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class PlanReaderTests
{
    [Fact]
    public void The_plan_that_ships_is_good()
    {
        var plan = PlanReader.Read(File.ReadAllBytes(Repository.PathOf("seeds", "trust", "plan.json")), "Europe/London").Plan!;

        Assert.Equal(1.5, plan.Team!.People);
        Assert.Equal(20, plan.Team.MinutesPerPost);
        Assert.Equal(3, plan.Rules.MostSilentDays);
    }

    [Theory]
    [InlineData("{\"version\":1,\n\"campains\":[]}", "line 2")]
    [InlineData("{\"version\":1,\"campaigns\":[\n{\"hashtag\":\"#Flu\"}]}", "line 2")]
    [InlineData("{\"version\":2}", "version 2: this program reads version 1")]
    [InlineData("{}", "version")]
    [InlineData("nonsense", "line 1")]
    [InlineData("null", "not a JSON object")]
    [InlineData("{\"version\":1,\"team\":{\"people\":0}}", "People")]
    [InlineData("{\"version\":1,\"rules\":{\"mostPerDay\":0}}", "MostPerDay")]
    [InlineData("{\"version\":1,\"campaigns\":[{\"hashtag\":\"Flu\",\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}]}", "ends before it begins")]
    [InlineData("{\"version\":1,\"series\":[{\"name\":\"S\",\"pieces\":[\"a\",\"a\"]}]}", "'a' twice")]
    public void A_fault_is_named(string json, string said)
    {
        var reading = PlanReader.Read(Encoding.UTF8.GetBytes(json), "Europe/London");

        Assert.Null(reading.Plan);
        Assert.Contains(reading.Faults, fault => fault.Contains(said, StringComparison.OrdinalIgnoreCase));
    }
}
