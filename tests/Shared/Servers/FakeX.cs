using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Comms.Core.Text;

namespace Comms.Core.Tests.Servers;

/// <summary>
/// The API of X for one account, written from its guides and its API description 2.167 of 2026-08-22. Strict: members and parameters
/// that are not described are refused, as are long texts and the same words again. Links come back as its own short ones.
/// </summary>
internal sealed partial class FakeX : FakeServer
{
    public const string Token = "a-token-of-the-tests";
    public const string Refresh = "a-refresh-token-of-the-tests";
    public const string Me = "2244994945";

    private const int Page = 100;
    private readonly Dictionary<string, string?> media = [];
    private readonly List<JsonObject> posts = [];
    private readonly List<JsonObject> mentions = [];
    private readonly HashSet<string> deleted = [];
    private (string Access, string Refresh) tokens = (Token, Refresh);

    /// <summary>How often tokens were renewed.</summary>
    public int Renewals { get; private set; }

    /// <summary>Whether the same words are said to stand though they do not, as was seen of X.</summary>
    public bool HasGhosts { get; init; }

    /// <summary>Texts as people read them, what they answer or quote or pass on, and descriptions, the oldest first.</summary>
    public IReadOnlyList<(string Text, string? To, IReadOnlyList<string> Alts)> Shown
    {
        get
        {
            lock (Gate)
            {
                return [.. posts.Select(post => (
                    (string)post["said"]!, (string?)post["referenced_tweets"]?[0]?["id"], (IReadOnlyList<string>)[.. post["alts"]!.AsArray().Select(alt => (string)alt!)]))];
            }
        }
    }

    public string Mention(string text, string type = "", string? to = null, string author = "anna")
    {
        lock (Gate)
        {
            var post = Made((3000 + mentions.Count).ToString(CultureInfo.InvariantCulture), text, type, to, []);
            post["author_id"] = author == "town" ? Me : "7";
            mentions.Add(post);
            return (string)post["id"]!;
        }
    }

    /// <summary>Whoever wrote it takes it back.</summary>
    public void Delete(string post)
    {
        lock (Gate)
        {
            deleted.Add(post);
        }
    }

    /// <summary>The tokens that are known end now: only a renewal helps.</summary>
    public void EndTokens()
    {
        lock (Gate)
        {
            tokens = ("ended-" + tokens.Access, tokens.Refresh);
        }
    }

    protected override (int Code, JsonNode? Answer) Route(HttpListenerContext context, byte[] body)
    {
        var (request, path) = (context.Request, context.Request.Url!.AbsolutePath);
        lock (Gate)
        {
            if (path == "/2/oauth2/token")
            {
                return Renew(request, Encoding.UTF8.GetString(body));
            }

            if (request.Headers["Authorization"] != "Bearer " + tokens.Access)
            {
                return (401, JsonNode.Parse("""{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}"""));
            }

            return (request.HttpMethod, path) switch
            {
                ("GET", "/2/users/me") => Asked(request, [], () => new JsonObject { ["data"] = User(Me, "town", "The town") }),
                ("GET", $"/2/users/{Me}/tweets") => Timeline(request),
                ("GET", $"/2/users/{Me}/mentions") => Mentions(request),
                ("GET", "/2/tweets") => Asked(request, ["ids"], () => Several(request.QueryString["ids"]!.Split(','))),
                ("GET", "/2/media/upload") => Asked(request, ["command", "media_id"], () => Uploaded(request.QueryString["media_id"]!, "succeeded")),
                ("POST", "/2/media/upload") => Upload(body),
                ("POST", "/2/media/metadata") => Describe(JsonNode.Parse(body)!.AsObject()),
                ("POST", "/2/tweets") => Post(context, JsonNode.Parse(body)!.AsObject()),
                ("POST", $"/2/users/{Me}/retweets") => Repost(JsonNode.Parse(body)!.AsObject()),
                _ => (404, Problem("resource-not-found", "Not Found", 404)),
            };
        }
    }

    private (int Code, JsonNode? Answer) Renew(HttpListenerRequest request, string form)
    {
        var fields = form.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("an-app:its-secret"));
        if (fields.GetValueOrDefault("grant_type") != "refresh_token" || fields.GetValueOrDefault("refresh_token") != tokens.Refresh
            || (fields.GetValueOrDefault("client_id") != "an-app" && request.Headers["Authorization"] != basic))
        {
            return (400, JsonNode.Parse("""{"error":"invalid_request","error_description":"Value passed for the token was invalid."}"""));
        }

        Renewals++;
        tokens = ($"{Token}-{Renewals}", $"{Refresh}-{Renewals}");
        return (200, new JsonObject { ["token_type"] = "bearer", ["expires_in"] = 7200, ["access_token"] = tokens.Access, ["refresh_token"] = tokens.Refresh, ["scope"] = "tweet.write offline.access" });
    }

    private (int Code, JsonNode? Answer) Post(HttpListenerContext context, JsonObject asked)
    {
        var fault = NextFault();
        switch (fault)
        {
            case ServerFault.DropBefore:
                return (0, null);
            case ServerFault.Unauthorized:
                return (401, JsonNode.Parse("""{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}"""));
            case ServerFault.TooMany:
                context.Response.Headers["x-rate-limit-remaining"] = "93";
                context.Response.Headers["x-user-limit-24hour-remaining"] = "0";
                context.Response.Headers["x-user-limit-24hour-reset"] = TimeProvider.System.GetUtcNow().AddSeconds(3).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                return (429, JsonNode.Parse("""{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}"""));
        }

        if (Refusal(asked) is { } refusal)
        {
            return refusal;
        }

        var reply = (string?)asked["reply"]?["in_reply_to_tweet_id"];
        var quote = (string?)asked["quote_tweet_id"];
        var made = Made(
            (1000 + posts.Count).ToString(CultureInfo.InvariantCulture), (string?)asked["text"] ?? "", reply is null ? quote is null ? "" : "quoted" : "replied_to", reply ?? quote,
            [.. asked["media"]?["media_ids"]?.AsArray().Select(id => media[(string)id!] ?? "") ?? []]);
        posts.Add(made);
        var answer = new JsonObject { ["data"] = new JsonObject { ["id"] = (string)made["id"]!, ["text"] = (string)made["text"]! } };
        return After(fault, 201, answer);
    }

    private (int Code, JsonNode? Answer)? Refusal(JsonObject asked)
    {
        var text = (string?)asked["text"] ?? "";
        string[] ids = [.. asked["media"]?["media_ids"]?.AsArray().Select(id => (string)id!) ?? []];
        var to = (string?)asked["reply"]?["in_reply_to_tweet_id"] ?? (string?)asked["quote_tweet_id"];
        if (asked.Any(member => member.Key is not ("text" or "media" or "reply" or "quote_tweet_id")) || (text.Length == 0 && ids.Length == 0) || ids.Length > 4 || ids.Any(id => !media.ContainsKey(id)))
        {
            return (400, Problem("invalid-request", "One or more parameters to your request was invalid.", 400));
        }

        if (TextLength.Count(text, LengthUnit.Weighted) > 280)
        {
            return (403, JsonNode.Parse("""{"detail":"Your Tweet text is too long.","type":"about:blank","title":"Forbidden","status":403}"""));
        }

        if (to is not null && !posts.Concat(mentions).Any(post => (string)post["id"]! == to && !deleted.Contains(to)))
        {
            return (403, JsonNode.Parse("""{"detail":"You attempted to reply to a Tweet that is deleted or not visible to you.","type":"about:blank","title":"Forbidden","status":403}"""));
        }

        return HasGhosts || posts.Any(post => (string)post["said"]! == text && (string?)post["referenced_tweets"]?[0]?["id"] == to)
            ? (403, JsonNode.Parse("""{"detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","title":"Forbidden","status":403}"""))
            : null;
    }

    private (int Code, JsonNode? Answer) Repost(JsonObject asked)
    {
        var id = (string)asked["tweet_id"]!;
        if (asked.Count != 1 || !mentions.Any(post => (string)post["id"]! == id && !deleted.Contains(id)))
        {
            return (404, Problem("resource-not-found", $"Could not find tweet with id: [{id}].", 404));
        }

        if (!posts.Any(post => (string?)post["referenced_tweets"]?[0]?["type"] == "retweeted" && (string?)post["referenced_tweets"]?[0]?["id"] == id))
        {
            posts.Add(Made((1000 + posts.Count).ToString(CultureInfo.InvariantCulture), "RT @anna: …", "retweeted", id, []));
        }

        return Faults.TryDequeue(out _) ? (0, null) : (200, new JsonObject { ["data"] = new JsonObject { ["retweeted"] = true, ["rest_id"] = id } });
    }

    private (int Code, JsonNode? Answer) Upload(byte[] form)
    {
        if (Field(form, "media_category") is not ("tweet_image" or "tweet_gif") || Field(form, "media") is null)
        {
            return (400, Problem("invalid-request", "media_category is required", 400));
        }

        var id = (9000 + media.Count).ToString(CultureInfo.InvariantCulture);
        media[id] = null;
        return (200, Uploaded(id, "pending"));
    }

    private (int Code, JsonNode? Answer) Describe(JsonObject asked)
    {
        var (id, alt) = ((string)asked["id"]!, (string?)asked["metadata"]?["alt_text"]?["text"]);
        if (asked.Count != 2 || !media.ContainsKey(id) || alt is not { Length: > 0 and <= 1000 })
        {
            return (400, Problem("invalid-request", "alt_text is invalid", 400));
        }

        media[id] = alt;
        return (200, new JsonObject { ["data"] = new JsonObject { ["id"] = id } });
    }

    private (int Code, JsonNode? Answer) Timeline(HttpListenerRequest request) => Asked(
        request, ["max_results", "start_time", "tweet.fields", "pagination_token"], () => Newest(
            posts.Where(post => DateTimeOffset.Parse((string)post["created_at"]!, CultureInfo.InvariantCulture) >= DateTimeOffset.Parse(request.QueryString["start_time"]!, CultureInfo.InvariantCulture)), request));

    private (int Code, JsonNode? Answer) Mentions(HttpListenerRequest request) => Asked(
        request, ["max_results", "since_id", "tweet.fields", "expansions", "user.fields", "pagination_token"], () => Newest(
            mentions.Where(post => long.Parse((string)post["id"]!, CultureInfo.InvariantCulture) > long.Parse(request.QueryString["since_id"] ?? "0", CultureInfo.InvariantCulture)), request));

    private JsonObject Several(string[] ids)
    {
        var found = posts.Concat(mentions).Where(post => ids.Contains((string)post["id"]!) && !deleted.Contains((string)post["id"]!)).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. found.Select(Seen)]) };
        var gone = ids.Except(found.Select(post => (string)post["id"]!)).Select(id =>
        {
            var problem = Problem("resource-not-found", $"Could not find tweet with ids: [{id}].", null);
            (problem["resource_id"], problem["resource_type"], problem["parameter"], problem["value"]) = (id, "tweet", "ids", id);
            return problem;
        }).ToArray<JsonNode>();
        if (gone.Length > 0)
        {
            answer["errors"] = new JsonArray(gone);
        }

        return answer;
    }
}
