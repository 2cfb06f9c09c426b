using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Comms.Core.Tests.Servers;

/// <summary>
/// A Mastodon of one account, written from the public documentation of its API, on this machine. Strict: what the real one
/// would refuse is refused. It keeps every post that readers would see; that list is the oracle of the tests.
/// </summary>
internal sealed class FakeMastodon : FakeServer
{
    public const string Token = "a-token-of-the-tests";

    private const int MaxCharacters = 500;
    private const int Page = 40;
    private readonly Dictionary<string, JsonObject> keys = [];
    private readonly Dictionary<string, (string Alt, int Asked)> media = [];
    private readonly List<JsonObject> statuses = [];
    private readonly HashSet<string> deleted = [];
    private readonly List<string> boosts = [];
    private readonly List<string> warnings = [];
    private readonly List<JsonObject> notifications = [];

    /// <summary>Whether it remembers keys, as Mastodon does and some others that speak its API do not.</summary>
    public bool HonoursKeys { get; init; } = true;

    /// <summary>Texts and descriptions of what readers see, the oldest first.</summary>
    public IReadOnlyList<(string Text, string? InReplyTo, IReadOnlyList<string> Alts)> Shown
    {
        get
        {
            lock (Gate)
            {
                return [.. statuses.Select(status => (
                    (string)status["source"]!, (string?)status["in_reply_to_id"], (IReadOnlyList<string>)[.. status["media_attachments"]!.AsArray().Select(one => (string)one!["description"]!)]))];
            }
        }
    }

    /// <summary>The content warnings of what readers see, the oldest first.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (Gate)
            {
                return [.. warnings];
            }
        }
    }

    /// <summary>What the account has boosted, each once.</summary>
    public IReadOnlyList<string> Boosts
    {
        get
        {
            lock (Gate)
            {
                return [.. boosts];
            }
        }
    }

    public void Mention(string text, string account = "anna@elsewhere.example")
    {
        lock (Gate)
        {
            var id = Number(notifications.Count + 1);
            notifications.Add(new JsonObject
            {
                ["id"] = id,
                ["type"] = "mention",
                ["account"] = new JsonObject { ["id"] = "7", ["acct"] = account, ["display_name"] = "Anna", ["followers_count"] = 12 },
                ["status"] = Status("m" + id, $"<p><span class=\"h-card\">@town</span> {WebUtility.HtmlEncode(text)}</p>", text, null, []),
            });
        }
    }

    /// <summary>Whoever wrote a mention takes it back; its notification stays, as on a server that is slow to forget.</summary>
    public void Delete(string status)
    {
        lock (Gate)
        {
            deleted.Add(status);
        }
    }

    protected override (int Code, JsonNode? Answer) Route(HttpListenerContext context, byte[] body)
    {
        var (request, path) = (context.Request, context.Request.Url!.AbsolutePath);
        lock (Gate)
        {
            if (path == "/api/v2/instance")
            {
                return (200, new JsonObject
                {
                    ["version"] = HonoursKeys ? "4.5.0" : "4.2.0 (compatible; other/1)",
                    ["configuration"] = new JsonObject { ["statuses"] = new JsonObject { ["max_characters"] = MaxCharacters, ["max_media_attachments"] = 4 } },
                });
            }

            if (request.Headers["Authorization"] != "Bearer " + Token)
            {
                return (401, JsonNode.Parse("""{"error":"The access token is invalid"}"""));
            }

            return (request.HttpMethod, path) switch
            {
                ("GET", "/api/v1/accounts/verify_credentials") => (200, JsonNode.Parse("""{"id":"1","acct":"town"}""")),
                ("GET", "/api/v1/accounts/1/statuses") => (200, Older(request.QueryString["max_id"])),
                ("GET", "/api/v1/notifications") => (200, Newer(request.QueryString["min_id"] ?? "0")),
                ("POST", "/api/v2/media") => Upload(body),
                ("POST", "/api/v1/statuses") => Post(context, body),
                ("POST", _) when path.EndsWith("/reblog", StringComparison.Ordinal) => Boost(path.Split('/')[^2], body),
                ("GET", _) when path.StartsWith("/api/v1/media/", StringComparison.Ordinal) => Ready(path["/api/v1/media/".Length..]),
                ("GET", _) when path.EndsWith("/source", StringComparison.Ordinal) => Source(path.Split('/')[^2]),
                ("GET", _) when path.StartsWith("/api/v1/statuses/", StringComparison.Ordinal) => One(path["/api/v1/statuses/".Length..]),
                _ => (404, JsonNode.Parse("""{"error":"Record not found"}""")),
            };
        }
    }

    private (int Code, JsonNode? Answer) Post(HttpListenerContext context, byte[] body)
    {
        var fault = NextFault();
        switch (fault)
        {
            case ServerFault.DropBefore:
                return (0, null);
            case ServerFault.Unauthorized:
                return (401, JsonNode.Parse("""{"error":"The access token was revoked"}"""));
            case ServerFault.TooMany:
                context.Response.Headers["X-RateLimit-Reset"] = TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                return (429, JsonNode.Parse("""{"error":"Too many requests"}"""));
        }

        var key = context.Request.Headers["Idempotency-Key"];
        if (HonoursKeys && key is not null && keys.TryGetValue(key, out var known))
        {
            return (200, known.DeepClone());
        }

        var made = Make(JsonNode.Parse(body)!.AsObject());
        if (made is null)
        {
            return (422, JsonNode.Parse("""{"error":"Validation failed"}"""));
        }

        statuses.Add(made);
        if (key is not null)
        {
            keys[key] = made;
        }

        return After(fault, 200, made.DeepClone());
    }

    private JsonObject? Make(JsonObject asked)
    {
        var text = (string?)asked["status"] ?? "";
        string[] ids = [.. asked["media_ids"]?.AsArray().Select(id => (string)id!) ?? []];
        var parent = (string?)asked["in_reply_to_id"];
        var holds = (text.Length > 0 || ids.Length > 0)
            && new StringInfo(text + (string?)asked["spoiler_text"]).LengthInTextElements <= MaxCharacters
            && ids.All(media.ContainsKey) && ids.Length <= 4
            && (parent is null || statuses.Concat(notifications.Select(one => one["status"]!.AsObject())).Any(status => (string)status["id"]! == parent))
            && (string?)asked["visibility"] is "public" or "unlisted" or "private" or null;
        if (holds && (string?)asked["spoiler_text"] is { } warning)
        {
            warnings.Add(warning);
        }

        return holds
            ? Status(Number(1000 + statuses.Count), $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br />", StringComparison.Ordinal)}</p>", text, parent, [.. ids.Select(id => media[id].Alt)])
            : null;
    }

    private JsonObject Status(string id, string content, string source, string? parent, string[] alts) => new()
    {
        ["id"] = id,
        ["created_at"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["content"] = content,
        ["source"] = source,
        ["url"] = $"{Address}/@town/{id}",
        ["in_reply_to_id"] = parent,
        ["media_attachments"] = new JsonArray([.. alts.Select(alt => new JsonObject { ["description"] = alt })]),
    };

    private (int Code, JsonNode? Answer) Upload(byte[] form)
    {
        if (Field(form, "file") is null || Field(form, "description") is not { } alt)
        {
            return (422, JsonNode.Parse("""{"error":"Validation failed: File can't be blank"}"""));
        }

        var id = Number(media.Count + 1);
        media[id] = (alt, 0);
        return (202, new JsonObject { ["id"] = id });
    }

    /// <summary>The first time it is still at work.</summary>
    private (int Code, JsonNode? Answer) Ready(string id)
    {
        if (!media.TryGetValue(id, out var file))
        {
            return (404, null);
        }

        media[id] = (file.Alt, file.Asked + 1);
        return (file.Asked == 0 ? 206 : 200, new JsonObject { ["id"] = id });
    }

    private (int Code, JsonNode? Answer) Source(string id) => statuses.FirstOrDefault(status => (string)status["id"]! == id) is { } found
        ? (200, new JsonObject { ["id"] = id, ["text"] = (string)found["source"]! })
        : (404, null);

    private (int Code, JsonNode? Answer) One(string id) =>
        statuses.Concat(notifications.Select(one => one["status"]!.AsObject())).FirstOrDefault(status => (string)status["id"]! == id && !deleted.Contains(id)) is { } found
            ? (200, Seen(found))
            : (404, JsonNode.Parse("""{"error":"Record not found"}"""));

    private JsonNode Seen(JsonObject status)
    {
        var seen = status.DeepClone();
        seen["reblogged"] = boosts.Contains((string)status["id"]!);
        return seen;
    }

    /// <summary>A post is boosted once, however often it is asked for; the answer is the boost, which holds the post.</summary>
    private (int Code, JsonNode? Answer) Boost(string id, byte[] body)
    {
        var fault = NextFault();
        if (fault == ServerFault.DropBefore)
        {
            return (0, null);
        }

        if ((string?)JsonNode.Parse(body)!["visibility"] is not ("public" or "unlisted" or "private") || One(id) is not (200, { } original))
        {
            return (404, JsonNode.Parse("""{"error":"Record not found"}"""));
        }

        if (!boosts.Contains(id))
        {
            boosts.Add(id);
        }

        var boost = Status("b" + id, (string)original["content"]!, "", null, []);
        boost["reblog"] = Seen(original.AsObject());
        return fault == ServerFault.DropAfter ? (0, null) : (200, boost);
    }

    private JsonArray Older(string? before) => [.. Enumerable.Reverse(statuses)
        .Where(status => before is null || string.CompareOrdinal((string)status["id"]!, before) < 0).Take(Page).Select(status => status.DeepClone())];

    /// <summary>Those right after an id, the newest of them first, as the real one gives them.</summary>
    private JsonArray Newer(string after) => [.. notifications
        .Where(one => long.Parse((string)one["id"]!, CultureInfo.InvariantCulture) > long.Parse(after, CultureInfo.InvariantCulture)).Take(Page).Reverse().Select(one => one.DeepClone())];

    private static string Number(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
