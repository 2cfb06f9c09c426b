using Comms.Core.Channels;
using Comms.Core.Insights;
using Comms.Core.Insights.Reading;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using Microsoft.Extensions.Time.Testing;

namespace Comms.Core.Tests.Insights;

/// <summary>Messages as tests of Insights need them: a day, a theme, where.</summary>
internal static class Told
{
    public static readonly DateOnly Sunday = new(2026, 11, 22);

    public static readonly InsightRequest Weekly = new() { LastDay = Sunday, Zone = "Europe/London", FewestShown = 1 };

    public static TriagedMessage Message(
        string id, DateOnly day, string theme = "Parking", string team = "estates", string feeling = "neutral", string? service = null, string? place = null) => new(
        id, "survey", new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), "words", author: null, Act.Answer, inReplyTo: null, url: null, service, place,
        new TriageFindings { Sentiment = new Sentiment(feeling, 0, 0, 0), Themes = [new Label(theme, 0.9f)], Routes = [new Route(team, ["a rule"])] });

    /// <summary>So many messages in each week up to the last, oldest first.</summary>
    public static IEnumerable<TriagedMessage> Weeks(string name, IReadOnlyList<int> counts, Func<string, DateOnly, TriagedMessage> message) =>
        counts.SelectMany((count, week) => Enumerable.Range(0, count).Select(at =>
            message($"{name}-{week}-{at}", Sunday.AddDays((-7 * (counts.Count - 1 - week)) - 6))));

    public static async Task<InsightReport> ReadAsync(InsightRequest request, params IEnumerable<TriagedMessage> messages) =>
        await DeskOf(messages).ReadAsync(request, CancellationToken.None);

    /// <summary>A desk over a ledger that holds these messages.</summary>
    public static InsightDesk DeskOf(IEnumerable<TriagedMessage> messages)
    {
        var ledger = new InMemoryLedger(new FakeTimeProvider());
        var writes = messages.Select(message => new LedgerWrite { Key = new RecordKey("triaged", message.MessageId), Expected = 0, Content = message.Seal() });
        ledger.CommitAsync(new LedgerBatch { Writes = [.. writes] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return new InsightDesk(ledger);
    }
}
