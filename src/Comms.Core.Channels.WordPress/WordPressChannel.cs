using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Comms.Core.Channels.WordPress;

/// <summary>
/// Posts to a WordPress site. A draft is made under a name of the delivery's own and then published by its number: a crash
/// leaves an orphan draft at worst, and never two posts. What the site's filter takes away from the draft stops it before
/// anything is published. Thread-safe.
/// </summary>
/// <remarks>Source: https://developer.wordpress.org/rest-api/reference/posts/, read on 2026-11-27; tried on WordPress 6.1.</remarks>
public sealed class WordPressChannel : IDocuments, IReadBack, IDisposable
{
    private const int MostPictures = 20;

    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly WordPressApi _api;

    /// <summary>A channel to one site.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">The site, the user, and where the password is.</param>
    /// <param name="credentials">Where the password is asked for.</param>
    /// <param name="clock">For rate limits; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public WordPressChannel(string id, WordPressOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _clock = clock ?? TimeProvider.System;
        _api = new WordPressApi(options, credentials, _http, _clock);
        Account = new ChannelAccount { Id = id, Channel = "wordpress", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(new ChannelTraits
    {
        Version = "wordpress/1",
        Source = "https://developer.wordpress.org/rest-api/reference/posts/",
        Checked = new DateOnly(2026, 11, 27),
        MaxMedia = MostPictures,
        Idempotency = IdempotencyClass.CreateOnly,
    });

    /// <summary>Uploads the pictures and makes the draft, or finds those that an earlier preparation made.</summary>
    /// <exception cref="ChannelException">The site could not be asked, or keeps something else than what was approved.</exception>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        var pictures = await new PictureUpload(_api).UploadAsync(rendition, context, cancel).ConfigureAwait(false);
        var draft = new PostFields(rendition.Document?.Title ?? TitledText.Of(rendition.Text).Title, PostBody.Blocks(rendition, pictures), Slug(context), "draft")
        {
            FeaturedMedia = pictures.Count > 0 ? pictures[0].Stored.Id : null,
        };
        var stored = await KeepAsync(draft, cancel).ConfigureAwait(false);
        return new PreparedPost
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(new FrozenPost(stored.Id, draft with { Status = "publish" }), WordPressJson.Default.FrozenPost),
        };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        var frozen = JsonSerializer.Deserialize(post.Bytes.Span, WordPressJson.Default.FrozenPost)!;
        var call = string.Create(CultureInfo.InvariantCulture, $"posts/{frozen.Id}?context=edit");
        HttpRequestMessage request;
        try
        {
            var standing = await _api.CallAsync(HttpMethod.Get, call, content: null, WordPressJson.Default.StoredPost, cancel).ConfigureAwait(false);
            if (standing is null)
            {
                return new SendOutcome.Rejected("somebody has deleted the draft");
            }

            if (standing.Status == "publish")
            {
                return Says(standing, frozen.Fields) ? Accepted(standing) : new SendOutcome.Rejected("another post stands under this key");
            }

            request = await _api.RequestAsync(HttpMethod.Post, call, cancel).ConfigureAwait(false);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }

        using (request)
        {
            request.Content = WordPressApi.Json(frozen.Fields, WordPressJson.Default.PostFields);
            return await PublishAsync(request, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var frozen = JsonSerializer.Deserialize(attempt.Bytes.Span, WordPressJson.Default.FrozenPost)!;
        return await FindAsync(frozen.Fields.Slug, cancel).ConfigureAwait(false) is { Status: "publish" } standing
            ? new ReadBack.Found(ReceiptOf(standing))
            : new ReadBack.Absent();
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async ValueTask<SendOutcome> PublishAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                var said = await WordPressApi.SaidAsync(answer, cancel).ConfigureAwait(false);
                return ChannelHttp.Refusal(answer, said, _clock.GetUtcNow()) ?? throw await _api.FaultAsync(answer, "posts", cancel).ConfigureAwait(false);
            }

            var standing = await _api.ReadAsync(answer, WordPressJson.Default.StoredPost, cancel).ConfigureAwait(false);
            return standing.Status == "publish"
                ? Accepted(standing)
                : new SendOutcome.Rejected($"the site keeps it as {standing.Status}: this user may not publish");
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            return new SendOutcome.NotSent($"{_api.Host}: {fault.Message}");
        }
    }

    /// <summary>Makes the draft, or brings the one that is there up to date. What is published already is left as it is.</summary>
    private async ValueTask<StoredPost> KeepAsync(PostFields draft, CancellationToken cancel)
    {
        var known = await FindAsync(draft.Slug, cancel).ConfigureAwait(false);
        if (known is { Status: "publish" })
        {
            return known;
        }

        var call = known is null ? "posts?context=edit" : string.Create(CultureInfo.InvariantCulture, $"posts/{known.Id}?context=edit");
        using var content = WordPressApi.Json(draft, WordPressJson.Default.PostFields);
        var kept = await _api.CallAsync(HttpMethod.Post, call, content, WordPressJson.Default.StoredPost, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{_api.Host}: it has no posts at this address");
        return Says(kept, draft)
            ? kept
            : throw new ChannelException($"{_api.Host}: the site keeps something else than what was approved, from “{Difference(draft.Content, kept.Content.Raw)}” on");
    }

    private async ValueTask<StoredPost?> FindAsync(string slug, CancellationToken cancel)
    {
        var found = await _api.CallAsync(
            HttpMethod.Get, $"posts?slug={slug}&status=any&context=edit", content: null, WordPressJson.Default.IReadOnlyListStoredPost, cancel).ConfigureAwait(false);
        return found is [var first, ..] ? first : null;
    }

    /// <summary>Of a title the site's filter keeps “&amp;” as HTML has it, from users who may not write HTML as they like.</summary>
    private static bool Says(StoredPost stored, PostFields sent) =>
        stored.Content.Raw == sent.Content && (stored.Title.Raw == sent.Title || WebUtility.HtmlDecode(stored.Title.Raw) == sent.Title);

    private static string Difference(string sent, string kept)
    {
        const int Shown = 40;
        var at = sent.AsSpan().CommonPrefixLength(kept);
        return sent[at..Math.Min(sent.Length, at + Shown)];
    }

    private static string Slug(SendContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{context.CreatedAt.UtcDateTime:yyyy-MM-dd}-{context.Key.Value[..16]}");

    private static SendOutcome.Accepted Accepted(StoredPost standing) => new(ReceiptOf(standing));

    private static Receipt ReceiptOf(StoredPost post) => new(post.Id.ToString(CultureInfo.InvariantCulture), post.Link);
}
