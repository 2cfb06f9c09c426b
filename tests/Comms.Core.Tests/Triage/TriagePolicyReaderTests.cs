using System.Text;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage;

public sealed class TriagePolicyReaderTests
{
    [Fact]
    public void Every_fault_is_named_with_its_line()
    {
        var reading = Read("""
            { "version": 1, "name": "Test",
              "desk": "nobody",
              "teams": [ {"id":"comms","name":"C"} ],
              "routes": [
                {"team":"ghosts","kinds":["complaint"]},
                {"team":"comms","flags":["no-such-flag"]} ] }
            """);
        Assert.False(reading.Succeeded);
        Assert.Equal([2, 5, 6], reading.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_word_that_no_policy_has_is_a_fault() =>
        Assert.Contains("colour", Assert.Single(Read("""{ "version": 1, "colour": "red" }""").Faults).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_newer_policy_is_refused() =>
        Assert.Contains(
            Read("""{ "version": 2, "name": "T", "desk": "c", "teams": [{"id":"c","name":"C"}] }""").Faults,
            fault => fault.Reason.Contains("newer program", StringComparison.Ordinal));

    [Fact]
    public void A_null_in_a_list_is_a_fault_with_its_line() => Assert.Equal(
        new PolicyFault(3, "null stands where a value is expected: leave it out"),
        Assert.Single(Read("""
            { "version": 1, "name": "T", "desk": "c", "teams": [{"id":"c","name":"C"}],
              "services": [ { "id": "s", "team": "c", "phrases": [ "x",
                null ] } ] }
            """).Faults));

    [Fact]
    public void A_null_where_words_belong_is_a_fault_with_its_line() =>
        Assert.Equal(2, Assert.Single(Read("{ \"version\": 1,\n \"desk\": null }").Faults).Line);

    private static PolicyReading Read(string json) => TriagePolicyReader.Read(Encoding.UTF8.GetBytes(json));
}
