using System.Text;
using System.Text.Json;
using Comms.Core.Approval.Kits;
using Comms.Core.Tests.Triage.Policies;
using Xunit;

namespace Comms.Core.Tests.Approval.Kits;

public sealed class KitReaderTests
{
    private static readonly SchemaReader Schema = new(JsonDocument.Parse(Repository.Read("seeds", "schemas", "kit.schema.json")).RootElement);

    [Fact]
    public void A_whole_kit_is_good_to_the_reader_and_to_the_schema()
    {
        var kit = SampleKit.Kit;

        Assert.True(Schema.Holds(JsonDocument.Parse(SampleKit.Json).RootElement));
        Assert.Equal(["the midwives", "the governors", "the MP"], kit.ToldFirst);
        Assert.Equal(new KitQuestion("Where will I give birth?", "Wherever you have booked."), Assert.Single(kit.Questions));
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2027, 2, 28)), (kit.Consultation!.From, kit.Consultation.To));
    }

    [Fact]
    public void Half_a_kit_is_read_too()
    {
        const string Half = """{ "version": 1, "id": "fire", "title": "A fire", "questions": [{ "question": "Was anyone hurt?" }] }""";

        Assert.True(Schema.Holds(JsonDocument.Parse(Half).RootElement));
        Assert.Null(Assert.Single(Read(Half).Kit!.Questions).Answer);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2: this program reads version 1")]
    [InlineData("\"birth-centre\"", "\" \"", "it has no id or no title")]
    [InlineData("\"the governors\"", "\"the midwives\"", "“the midwives” is told twice")]
    [InlineData("\"Nothing has been decided.\"", "\"\"", "a line to take is blank")]
    [InlineData("\"2027-02-28\"", "\"2026-11-30\"", "its consultation ends before it begins")]
    [InlineData("\"lines\"", "\"line\"", "line 5")]
    [InlineData("\"to\": ", "\"until\": ", "$.consultation.until")]
    public void A_fault_is_named(string was, string written, string fault)
    {
        var reading = Read(SampleKit.Json.Replace(was, written, StringComparison.Ordinal));

        Assert.Null(reading.Kit);
        Assert.Contains(fault, Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    private static KitReading Read(string json) => KitReader.Read(Encoding.UTF8.GetBytes(json));
}
