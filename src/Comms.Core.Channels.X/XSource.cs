using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.X;

/// <summary>Mentions of an account, answers to it and quotes of it, oldest first. Thread-safe.</summary>
/// <remarks>
/// Source: https://docs.x.com/x-api/posts/timelines/introduction, of 2026-08-22, read on 2026-12-01. X gives the newest first and 800 at
/// most: a reading goes back to its cursor, or so far. Never run against X itself.
/// </remarks>
public sealed class XSource : ISweptSource, IPacedSource, IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 8;

    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly XApi _api;

    /// <summary>A source of one account.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">The app, and where the account's tokens are.</param>
    /// <param name="credentials">Where tokens are asked for and, when it is an <see cref="ICredentialStore"/>, kept when they are renewed.</param>
    /// <param name="clock">For rate limits and the ends of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public XSource(string id, XOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _api = new XApi(options, credentials, _http, clock ?? TimeProvider.System);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    /// <remarks>A minute: 300 looks in a quarter of an hour are allowed, and each that brings something is paid for.</remarks>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public int MostAsked => PageSize;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var me = await _api.MeAsync(cancel).ConfigureAwait(false);
        var path = $"2/users/{me.Id}/mentions?max_results={PageSize}&tweet.fields=created_at,entities,note_tweet,referenced_tweets&expansions=author_id&user.fields=public_metrics"
            + (from.Value.Length > 0 ? "&since_id=" + WebUtility.UrlEncode(from.Value) : "");
        var fresh = new List<(Post Post, User? Author)>();
        await foreach (var found in PostPages.ReadAsync(_api, path, MostPages, cancel).ConfigureAwait(false))
        {
            fresh.AddRange((found.Data ?? []).Select(post => (post, found.Includes?.Users?.FirstOrDefault(user => user.Id == post.AuthorId))));
        }

        foreach (var page in fresh.DistinctBy(one => one.Post.Id).OrderBy(one => one.Post.Id, ById).Chunk(PageSize))
        {
            yield return new SourcePage([.. page.Where(one => one.Post.AuthorId != me.Id).Select(one => Event(one.Post, one.Author))], new SourceCursor(page[^1].Post.Id));
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(items);
        var found = await _api.GetAsync("2/tweets?ids=" + WebUtility.UrlEncode(string.Join(',', items)), XJson.Default.AnswerIReadOnlyListPost, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{_api.Host}: it does not say which posts stand");

        // A post is gone where X says so by name; what it says nothing of stands.
        var gone = (found.Errors ?? []).Where(problem => problem.Type is { } type && (type.EndsWith("/resource-not-found", StringComparison.Ordinal) || type.EndsWith("/not-authorized-for-resource", StringComparison.Ordinal)))
            .Select(problem => problem.ResourceId ?? problem.Value).ToHashSet(StringComparer.Ordinal);
        return [.. items.Where(gone.Contains)];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    private static SourceEvent Event(Post post, User? author) => post.CreatedAt is not { } at
        ? new SourceEvent.Unreadable($"post {post.Id}", "it does not say when it was written", "")
        : new SourceEvent.Posted(new SourceItem
        {
            Id = post.Id,
            Text = PostWords.Of(post),
            At = at,
            Author = author is null ? null : new Author("@" + author.Username, author.Name, Followers: author.PublicMetrics?.FollowersCount),
            Act = post.To("replied_to") is not null ? Act.Reply : post.To("quoted") is not null ? Act.Quote : Act.Mention,
            InReplyTo = post.To("replied_to"),
            Url = author is null ? "https://x.com/i/web/status/" + post.Id : $"https://x.com/{author.Username}/status/{post.Id}",
        });

    /// <summary>Ids are numbers that grow: longer is newer, then what comes later.</summary>
    private static Comparer<string> ById { get; } = Comparer<string>.Create((one, other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other));
}
