using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Planners;

/// <summary>Writes events as a scenario file: what the list does not tell stands there empty, to be filled in.</summary>
internal static class ScenarioOfEvents
{
    private static readonly ScenarioWriterJson Writer = new(new JsonSerializerOptions(ScenarioWriterJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<PlannedEvent> events, EventsListOptions options) => JsonSerializer.SerializeToUtf8Bytes(
        new ScenarioFile(
            Version: 1,
            options.Name,
            Ends: EndOf(events),
            Moves: [new MoveFile("start", options.Name, TimeSpan.Zero, options.Starts)],
            Roles: [.. events.SelectMany(read => read.To).Distinct(StringComparer.Ordinal).Select(role => new RoleFile(role, []))],
            Accounts: [],
            Injects: [.. events.Select(Inject)])
        {
            Zone = options.Zone,
            Nation = options.Nation,
            Expectations = [.. events.Where(read => read.Expected is not null).Select(Expectation)],
        },
        Writer.ScenarioFile);

    private static InjectFile Inject(PlannedEvent read)
    {
        var inject = new InjectFile(read.Id, read.Title, read.Text) { At = read.At, To = read.To };
        inject.From = read.From ?? inject.From;
        inject.By = read.By ?? inject.By;
        return inject;
    }

    private static ExpectationFile Expectation(PlannedEvent read) => new($"{read.Id}-expected", read.Expected!, read.Within)
    {
        After = read.Id,
        Judge = read.Expected,
        Lesson = read.Lesson ?? "",
    };

    /// <summary>An hour after the last time is up, as a whole hour.</summary>
    private static TimeSpan EndOf(IReadOnlyList<PlannedEvent> events) =>
        TimeSpan.FromHours(Math.Floor(events.Max(read => read.At + (read.Expected is null ? TimeSpan.Zero : read.Within)).TotalHours) + 1);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(IsoDuration)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ScenarioFile))]
internal sealed partial class ScenarioWriterJson : JsonSerializerContext;
