using System.Runtime.CompilerServices;
using Comms.Core.Channels.Fetching;

namespace Comms.Core.Channels.Feeds;

/// <summary>
/// The items of an RSS, Atom or JSON feed, oldest first. It is asked for only if it changed, through a fetcher that is
/// guarded; a feed that changed is read whole, so that an item which was edited comes again. Thread-safe.
/// </summary>
public sealed class FeedSource : IMessageSource, IPacedSource, IDisposable
{
    private const int PageSize = 50;

    private readonly FeedOptions _options;
    private readonly Uri _address;
    private readonly GuardedFetcher _fetcher;
    private readonly TimeProvider _clock;

    /// <summary>A source of one feed.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">Where it is, and how it counts.</param>
    /// <param name="clock">For items without a date, which count as new when they are seen; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or a bound is out of its range.</exception>
    public FeedSource(string id, FeedOptions options, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Every, TimeSpan.FromMinutes(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Every, TimeSpan.FromDays(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostItems, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MostItems, 10_000, nameof(options));
        _ = ChannelHttp.Address(options.Address);
        _options = options;
        _address = new Uri(options.Address);
        _clock = clock ?? TimeProvider.System;
        _fetcher = new GuardedFetcher(new FetcherOptions { AllowPrivate = _address.IsLoopback }, _clock);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public TimeSpan Every => _options.Every;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = FeedCursor.Parse(from);
        if (await _fetcher.FetchAsync(_address, cursor.Validators, cancel).ConfigureAwait(false) is not Fetched.Page page
            || FeedCursor.EndOf(page) is var end && end.Sha256 == cursor.Sha256)
        {
            yield break;
        }

        var pages = After(Events(page), cursor.After).Chunk(PageSize).ToArray();
        foreach (var (at, events) in pages.Index())
        {
            var last = at == pages.Length - 1;
            yield return new SourcePage(events, (last ? end : new FeedCursor(After: Place(events[^1]))).ToSource());
        }
    }

    /// <inheritdoc />
    public void Dispose() => _fetcher.Dispose();

    private List<SourceEvent> Events(Fetched.Page page)
    {
        var entries = Entries(page).Take(_options.MostItems + 1).ToList();
        if (entries.Count > _options.MostItems)
        {
            entries[^1] = FeedEntry.Broken.OfItem(entries.Count, "from here on the feed is not read: it is too long", "");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        entries.Reverse();
        return [.. entries.Where(entry => entry is not FeedEntry.Item item || seen.Add(item.Id)).Select(Event)];
    }

    private static IEnumerable<FeedEntry> Entries(Fetched.Page page) =>
        page.Bytes.Span.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] ? JsonFeed.Read(page.Bytes.TrimStart("\uFEFF"u8)) : XmlFeed.Read(new MemoryStream(page.Bytes.ToArray()));

    private SourceEvent Event(FeedEntry entry) => entry switch
    {
        FeedEntry.Item item => new SourceEvent.Posted(new SourceItem
        {
            Id = item.Id,
            Text = item.Words.StartsWith(item.Title, StringComparison.Ordinal) ? item.Words
                : item.Words.Length == 0 ? item.Title : $"{item.Title}\n\n{item.Words}",
            At = item.At ?? _clock.GetUtcNow(),
            Author = new Author(item.Author ?? _address.Host, item.Author, _options.Kind),
            Url = item.Url,
        }),
        FeedEntry.Broken broken => new SourceEvent.Unreadable($"{_address.Host}, {broken.Where}", broken.Reason, broken.Raw),
        _ => throw new InvalidOperationException("A feed has no other entries."),
    };

    private static IEnumerable<SourceEvent> After(List<SourceEvent> events, string? place)
    {
        var at = place is null ? -1 : events.FindIndex(each => Place(each) == place);
        return events.Skip(at + 1);
    }

    private static string Place(SourceEvent each) => each switch
    {
        SourceEvent.Posted posted => posted.Item.Id,
        SourceEvent.Unreadable aside => aside.Where,
        _ => throw new InvalidOperationException("A feed has no other events."),
    };
}
