using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

/// <summary>Publishing alone, on a ledger in memory and a clock that moves when told.</summary>
internal sealed class PublishingWorld(params IChannel[] channels)
{
    public static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Actor Publisher = new("publisher", ["publisher"]);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly Dictionary<string, PublishingDesk> hosts = new(StringComparer.Ordinal);
    private InMemoryLedger? ledger;

    public FakeTimeProvider Clock { get; } = new(Nine);

    public InMemoryLedger Ledger => ledger ??= new InMemoryLedger(Clock);

    /// <summary>In place of <see cref="Ledger"/>, when it is given.</summary>
    public ILedger? Store { get; init; }

    public InMemoryMediaStore Media { get; } = new();

    public PublishingOptions Options { get; init; } = new();

    public IHighWaterMarker? Marker { get; init; }

    public SensitivePeriods Periods { get; init; } = SensitivePeriods.None;

    public PublishingDesk Desk => Host("one");

    public PublishingDesk Host(string name) => hosts.TryGetValue(name, out var known) ? known : hosts[name] = HostOn(name, Store ?? Ledger);

    public PublishingDesk HostOn(string name, ILedger store) =>
        new PublishingParts(store, channels, Clock, LedgerTime.Of(Clock), Options, name) { Media = Media, Marker = Marker, Periods = Periods }.Desk();

    public ValueTask<bool> PlanAsync(string id, string account = "a", DateTimeOffset? at = null, Lateness? lateness = null) =>
        PlanAsync(id, at, lateness, new Rendition { Account = account, Text = id });

    public ValueTask<bool> PlanThreadAsync(string id, params string[] parts) => PlanAsync(id, null, null,
        [.. parts.Select((text, part) => new Rendition { Account = "a", Text = text, Part = part, Parts = parts.Length })]);

    public ValueTask<bool> PlanAsync(string id, DateTimeOffset? at, Lateness? lateness, params Rendition[] renditions) =>
        PlanAsync(id, at, lateness, new PostMarks(), renditions);

    public ValueTask<bool> PlanAsync(string id, DateTimeOffset? at, Lateness? lateness, PostMarks marks, params Rendition[] renditions) =>
        PlanAsync(id, Zones.At(at ?? Clock.GetUtcNow(), "Europe/London"), lateness ?? Lateness.Default, marks, renditions);

    public ValueTask<bool> PlanAsync(string id, PlannedTime when, PostMarks? marks = null) =>
        PlanAsync(id, when, Lateness.Default, marks ?? new PostMarks(), new Rendition { Account = "a", Text = id });

    private ValueTask<bool> PlanAsync(string id, PlannedTime when, Lateness lateness, PostMarks marks, params Rendition[] renditions)
    {
        var traits = new Dictionary<string, string> { ["a"] = "1" };
        return Desk.AcceptAsync(new ScheduledPost(
            id, RenditionHash.Of(renditions, traits), "approver", "publisher", when, lateness, renditions, traits, marks));
    }

    /// <summary>What the audit says, link by link.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var said = new List<string>();
        await foreach (var link in Ledger.ReadChainAsync(0, Cancel))
        {
            said.Add(System.Text.Encoding.UTF8.GetString(link.Payload!.Value.Span));
        }

        return said;
    }

    public ValueTask<DispatchReport> RunAsync() => Desk.RunDueAsync();

    public ValueTask<DispatchReport> RunAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return RunAsync();
    }

    public async Task<Delivery> DeliveryAsync(string text) =>
        await Desk.ListAsync().SingleAsync(delivery => delivery.Rendition.Text == text);

    public async Task<DeliveryState> StateAsync(string text) => (await DeliveryAsync(text)).State;
}
