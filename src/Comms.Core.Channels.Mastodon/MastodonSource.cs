using System.Net;
using System.Runtime.CompilerServices;
using Comms.Core.Channels.Html;

namespace Comms.Core.Channels.Mastodon;

/// <summary>Mentions of an account and answers to it, oldest first, from the server's notifications. Thread-safe.</summary>
/// <remarks>Source: https://docs.joinmastodon.org/methods/notifications/, read on 2026-11-27. A post that is deleted or hidden is 404 at https://docs.joinmastodon.org/methods/statuses/#get.</remarks>
public sealed class MastodonSource : ISweptSource, IPacedSource, IDisposable
{
    private const int MostPages = 25;

    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly MastodonApi _api;

    /// <summary>A source of one account.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">The server and where its token is.</param>
    /// <param name="credentials">Where tokens are asked for.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public MastodonSource(string id, MastodonOptions options, ICredentialSource credentials)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _api = new MastodonApi(options, credentials, _http);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    /// <remarks>Ten: each is a call of its own, and a slow server must answer all within the time of a page.</remarks>
    public int MostAsked => 10;

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = from.Value.Length > 0 ? from.Value : "0";
        for (var page = 0; page < MostPages; page++)
        {
            var notifications = await _api.GetAsync(
                $"api/v1/notifications?types[]=mention&limit=40&min_id={WebUtility.UrlEncode(after)}", MastodonJson.Default.IReadOnlyListNotification, cancel).ConfigureAwait(false) ?? [];
            var fresh = notifications.Where(notification => Newer(notification.Id, after)).OrderBy(notification => notification.Id, ById).ToArray();
            if (fresh.Length == 0)
            {
                yield break;
            }

            after = fresh[^1].Id;
            yield return new SourcePage([.. fresh.Where(notification => notification.Type == "mention").Select(Event)], new SourceCursor(after));
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(items);
        var gone = new List<string>();
        foreach (var item in items)
        {
            if (await _api.GetAsync("api/v1/statuses/" + WebUtility.UrlEncode(item), MastodonJson.Default.Status, cancel).ConfigureAwait(false) is null)
            {
                gone.Add(item);
            }
        }

        // A server that knows nothing at all says of every message that it is not there.
        return gone.Count == 0 || await _api.GetAsync("api/v1/accounts/verify_credentials", MastodonJson.Default.Account, cancel).ConfigureAwait(false) is not null
            ? gone
            : throw new ChannelException($"{_api.Server.Host}: it knows neither its messages nor this account");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static SourceEvent Event(Notification notification)
    {
        if (notification.Status is not { } status || notification.Account is not { } account)
        {
            return new SourceEvent.Unreadable($"notification {notification.Id}", "it has no post", "");
        }

        return new SourceEvent.Posted(new SourceItem
        {
            Id = status.Id,
            Text = HtmlWords.Of(status.Content),
            At = status.CreatedAt,
            Author = new Author("@" + account.Acct, account.DisplayName, Followers: account.FollowersCount),
            Act = status.InReplyToId is null ? Act.Mention : Act.Reply,
            InReplyTo = status.InReplyToId,
            Url = status.Url ?? status.Uri,
        });
    }

    /// <summary>Ids are numbers on most servers and words on some: longer is newer, then what comes later.</summary>
    private static Comparer<string> ById { get; } = Comparer<string>.Create((one, other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other));

    private static bool Newer(string id, string after) => ById.Compare(id, after) > 0;
}
