using System.Text.Json;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Text;

namespace Comms.Core.Exercises;

/// <summary>Reads scenarios in the form of <c>seeds/schemas/exercise.schema.json</c>, version 1, and names every fault with its line.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario. Its form is looked at first; where that is good, every other fault is named at once.</summary>
    /// <param name="json">UTF-8, with or without a byte-order mark; comments and trailing commas are allowed.</param>
    public static ScenarioReading Read(ReadOnlyMemory<byte> json)
    {
        json = JsonText.WithoutMark(json);
        try
        {
            var file = JsonSerializer.Deserialize(json.Span, ScenarioJson.Default.ScenarioFile)
                ?? throw new JsonException("it is null", "$", 0, 0);
            var faults = new ScenarioChecks(file).Faults()
                .Select(fault => new ScenarioFault(JsonPlace.Of(json.Span, fault.Words), fault.Reason)).OrderBy(fault => fault.Line).ToArray();
            return faults.Length > 0 ? new ScenarioReading(null, faults) : new ScenarioReading(new Scenario(file), []);
        }
        catch (JsonException fault)
        {
            return new ScenarioReading(null, [new ScenarioFault((int)(fault.LineNumber ?? 0) + 1, $"{fault.Path}: {fault.Message}")]);
        }
    }
}
