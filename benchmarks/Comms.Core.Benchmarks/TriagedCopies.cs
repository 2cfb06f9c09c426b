using System.Globalization;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>The sample week as the engine triages it, copied under new ids; a number in each text keeps it from being folded.</summary>
internal static class TriagedCopies
{
    public static TriagedMessage[] Of(int count)
    {
        var week = WeekAsync().GetAwaiter().GetResult();
        return [.. Enumerable.Range(0, count).Select(at => Copy(week[at % week.Count], at))];
    }

    private static TriagedMessage Copy(TriagedMessage first, int at)
    {
        var number = at.ToString(CultureInfo.InvariantCulture);
        return new TriagedMessage(
            number, first.Source, first.At, $"{first.Text} {number}", new Author("@" + number), first.Act, null, first.Url, first.Findings);
    }

    private static async Task<List<TriagedMessage>> WeekAsync()
    {
        var source = new InMemorySource("week");
        foreach (var line in Seed.Lines("seeds/week/messages.jsonl"))
        {
            source.Add(new SourceEvent.Posted(new SourceItem
            {
                Id = Text(line, "id"), Text = Text(line, "text"), At = line.GetProperty("at").GetDateTimeOffset(),
            }));
        }

        var engine = new CommsBuilder().AddSource(source).Build();
        while (!(await engine.RunDueAsync()).Idle)
        {
        }

        var week = new List<TriagedMessage>();
        await foreach (var message in engine.Triage.ListAsync(CancellationToken.None))
        {
            week.Add(message);
        }

        return week;
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
