using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.Bluesky;

/// <summary>Mentions of an account, answers to it and quotes of it, oldest first, from its notifications. Thread-safe.</summary>
/// <remarks>Source: the lexicon app.bsky.notification.listNotifications, read on 2026-11-27. It gives the newest first: a reading goes back to its cursor, a thousand at most.</remarks>
public sealed class BlueskySource : ISweptSource, IPacedSource, IDisposable
{
    private const int MostPages = 20;
    private const int PageSize = 50;

    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly BlueskyApi _api;

    /// <summary>A source of one account.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">The server, the account, and where its password is.</param>
    /// <param name="credentials">Where the password is asked for.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public BlueskySource(string id, BlueskyOptions options, ICredentialSource credentials)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _api = new BlueskyApi(options, credentials, _http, TimeProvider.System);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public int MostAsked => 25;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var fresh = new List<Notification>();
        string? older = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = await _api.GetAsync(
                $"app.bsky.notification.listNotifications?limit={PageSize}{(older is null ? "" : "&cursor=" + WebUtility.UrlEncode(older))}",
                missing: "", BlueskyJson.Default.NotificationPage, cancel).ConfigureAwait(false);
            var notifications = found?.Notifications ?? [];
            fresh.AddRange(notifications.Where(one => string.CompareOrdinal(Place(one), from.Value) > 0));
            older = found?.Cursor;
            if (older is null || notifications.Count == 0 || notifications.Any(one => string.CompareOrdinal(Place(one), from.Value) <= 0))
            {
                break;
            }
        }

        foreach (var page in fresh.DistinctBy(one => one.Uri).OrderBy(Place, StringComparer.Ordinal).Chunk(PageSize))
        {
            yield return new SourcePage([.. page.Where(one => one.Reason is "mention" or "reply" or "quote").Select(Event)], new SourceCursor(Place(page[^1])));
        }
    }

    /// <inheritdoc />
    /// <remarks>Source: the lexicon app.bsky.feed.getPosts: at most 25 at once, and what does not stand is left out.</remarks>
    public async ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(items);
        var asked = string.Join('&', items.Select(uri => "uris=" + WebUtility.UrlEncode(uri)));
        var found = await _api.GetAsync("app.bsky.feed.getPosts?" + asked, missing: "", BlueskyJson.Default.FoundPosts, cancel).ConfigureAwait(false);
        return found is null ? [] : [.. items.Except(found.Posts.Select(post => post.Uri), StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    /// <summary>Time first, so that places stand in the order of time.</summary>
    private static string Place(Notification one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.IndexedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff} {one.Uri}");

    private static SourceEvent Event(Notification one) => one.Record.Text is { Length: > 0 } text
        ? new SourceEvent.Posted(new SourceItem
        {
            Id = one.Uri,
            Text = text,
            At = one.Record.CreatedAt ?? one.IndexedAt,
            Author = new Author("@" + one.Author.Handle, one.Author.DisplayName),
            Act = one.Reason switch { "reply" => Act.Reply, "quote" => Act.Quote, _ => Act.Mention },
            InReplyTo = one.Record.Reply?.Parent.Uri,
            Url = $"https://bsky.app/profile/{one.Author.Handle}/post/{one.Uri[(one.Uri.LastIndexOf('/') + 1)..]}",
        })
        : new SourceEvent.Unreadable(one.Uri, "it has no words", "");
}
