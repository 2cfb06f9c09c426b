using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>The sample week's texts again and again as the engine triages them; a number in each keeps it from being folded.</summary>
internal static class TriagedCopies
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    /// <param name="count">How many, all within a week of <see cref="Start"/>.</param>
    public static async Task<IReadOnlyList<TriagedMessage>> OfAsync(int count)
    {
        var texts = WeekMessages.Texts();
        var source = new InMemorySource("week");
        for (var at = 0; at < count; at++)
        {
            var number = at.ToString(CultureInfo.InvariantCulture);
            source.Add(new SourceEvent.Posted(new SourceItem
            {
                Id = number,
                Text = $"{texts[at % texts.Length]} {number}",
                At = Start.AddMinutes(at % 10_000),
                Author = new Author("@" + number),
            }));
        }

        var engine = new CommsBuilder().AddSource(source).Build();
        while (!(await engine.RunDueAsync()).Idle)
        {
        }

        var messages = new List<TriagedMessage>();
        await foreach (var message in engine.Triage.ListAsync(CancellationToken.None))
        {
            messages.Add(message);
        }

        return messages;
    }
}
