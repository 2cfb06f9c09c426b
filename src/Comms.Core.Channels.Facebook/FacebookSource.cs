using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.Facebook;

/// <summary>Comments below a Page's posts of the last 30 days, what visitors wrote on it, and posts that name it, oldest first. Thread-safe.</summary>
/// <remarks>
/// Source: https://developers.facebook.com/docs/graph-api/reference/object/comments, /page/feed and /page/tagged and the vendor's API
/// description of 2026-04-15, read on 2026-12-01. It gives the newest first: a reading goes back to its cursor, through 100 posts and
/// 1,000 comments of each at most. Never run against Facebook itself.
/// </remarks>
public sealed class FacebookSource : ISweptSource, IPacedSource, IDisposable
{
    private const int PageSize = 100;
    private const int PostsPage = 25;
    private const int MostPages = 4;
    private const int MostCommentPages = 10;
    private const string Fields = "id,message,created_time,from{id,name},parent{id},permalink_url";
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly FacebookApi _api;

    /// <summary>A source of one Page.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">The Page, and where its token is.</param>
    /// <param name="credentials">Where tokens are asked for and, when it is an <see cref="ICredentialStore"/>, kept when they are exchanged.</param>
    /// <param name="clock">For how far back posts are read, and the ends of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine; or the Page's id is none.</exception>
    public FacebookSource(string id, FacebookOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        FacebookPage.Check(options);
        _clock = clock ?? TimeProvider.System;
        _api = new FacebookApi(options, credentials, _http, _clock);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    /// <remarks>Ten: each is a call of its own, since one that is gone fails all that are asked for with it.</remarks>
    public int MostAsked => 10;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var fresh = new List<(Entry Entry, string? Below)>();
        await foreach (var post in PostsAsync(cancel).ConfigureAwait(false))
        {
            fresh.Add((post, null));
            await foreach (var comment in CommentsAsync(post, from.Value, cancel).ConfigureAwait(false))
            {
                fresh.Add((comment, post.Id));
            }
        }

        await foreach (var post in PagesAsync($"{_api.Page}/tagged?fields={Fields}&limit={PageSize}", MostPages, after: null, entry => Newer(entry, from.Value), cancel).ConfigureAwait(false))
        {
            fresh.Add((post, null));
        }

        var news = fresh.Where(one => one.Entry.From?.Id != _api.Page && Newer(one.Entry, from.Value)).DistinctBy(one => one.Entry.Id).OrderBy(one => Place(one.Entry), StringComparer.Ordinal);
        foreach (var page in news.Chunk(PageSize))
        {
            yield return new SourcePage([.. page.Select(one => Event(one.Entry, one.Below))], new SourceCursor(Place(page[^1].Entry)));
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(items);
        var gone = new List<string>();
        foreach (var item in items)
        {
            if (await _api.GetAsync(WebUtility.UrlEncode(item) + "?fields=id", FacebookJson.Default.Entry, cancel).ConfigureAwait(false) is null)
            {
                gone.Add(item);
            }
        }

        // A token that may see nothing any more says of everything that it is not there.
        return gone.Count == 0 || await _api.GetAsync(_api.Page + "?fields=id", FacebookJson.Default.Entry, cancel).ConfigureAwait(false) is not null
            ? gone
            : throw new ChannelException($"{_api.Host}: it knows neither its messages nor the Page");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    /// <summary>The posts on the Page, its own and visitors', each with the newest of its comments.</summary>
    private IAsyncEnumerable<Entry> PostsAsync(CancellationToken cancel)
    {
        var since = (_clock.GetUtcNow() - Back).ToUnixTimeSeconds();
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{_api.Page}/feed?fields=id,message,created_time,from{{id,name}},permalink_url,comments.filter(stream).order(reverse_chronological).limit({PageSize}){{{Fields}}}&since={since}&limit={PostsPage}");
        return PagesAsync(path, MostPages, after: null, _ => true, cancel);
    }

    private async IAsyncEnumerable<Entry> CommentsAsync(Entry post, string after, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var comment in post.Comments?.Data ?? [])
        {
            yield return comment;
        }

        if (post.Comments is { After: { } next, Data: [.., var oldest] } && Newer(oldest, after))
        {
            var path = $"{WebUtility.UrlEncode(post.Id)}/comments?filter=stream&order=reverse_chronological&fields={Fields}&limit={PageSize}";
            await foreach (var comment in PagesAsync(path, MostCommentPages - 1, next, entry => Newer(entry, after), cancel).ConfigureAwait(false))
            {
                yield return comment;
            }
        }
    }

    /// <summary>Page after page, the newest first, while what ends a page is still wanted.</summary>
    private async IAsyncEnumerable<Entry> PagesAsync(string path, int most, string? after, Func<Entry, bool> wanted, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in EntryPages.ReadAsync(_api, path, most, after, cancel).ConfigureAwait(false))
        {
            foreach (var entry in page.Data)
            {
                yield return entry;
            }

            if (page.Data is not [.., var last] || !wanted(last))
            {
                yield break;
            }
        }
    }

    private static bool Newer(Entry entry, string after) => string.CompareOrdinal(Place(entry), after) > 0;

    /// <summary>Time first, so that places stand in the order of time.</summary>
    private static string Place(Entry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{GraphTime.Read(entry.CreatedTime)?.UtcDateTime ?? DateTime.UnixEpoch:yyyy-MM-dd'T'HH:mm:ss} {entry.Id}");

    private static SourceEvent Event(Entry entry, string? below) =>
        entry.Message is not { Length: > 0 } text ? new SourceEvent.Unreadable(entry.Id, "it has no words", "")
        : GraphTime.Read(entry.CreatedTime) is not { } at ? new SourceEvent.Unreadable(entry.Id, "it does not say when it was written", "")
        : new SourceEvent.Posted(new SourceItem
        {
            Id = entry.Id,
            Text = text,
            At = at,
            Author = entry.From is { } who ? new Author(who.Id, who.Name) : null,
            Act = below is null ? Act.Mention : Act.Comment,
            InReplyTo = entry.Parent?.Id ?? below,
            Url = entry.PermalinkUrl,
        });
}
