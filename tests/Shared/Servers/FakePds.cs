using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Comms.Core.Tests.Servers;

/// <summary>
/// A Bluesky server of one account on this machine, written from the lexicons and from what a real one answers. Strict in
/// what it takes; for tests on machines without the real one, and for what a real one cannot do alone: notifications.
/// </summary>
internal sealed class FakePds : FakeServer
{
    public const string Password = "a-password-of-the-tests";

    /// <summary>The hash of every post that tells of the account.</summary>
    public const string Notification = "bafynotified";

    private const string Did = "did:plc:townoftests";
    private const string Collection = "app.bsky.feed.post";
    private const string TidDigits = "234567abcdefghijklmnopqrstuvwxyz";
    private readonly List<(string Rkey, string Cid, JsonObject Record)> records = [];
    private readonly HashSet<string> blobs = [];
    private readonly List<JsonObject> notifications = [];
    private readonly HashSet<string> deleted = [];
    private int session;

    public IReadOnlyList<JsonObject> Shown
    {
        get
        {
            lock (Gate)
            {
                return [.. records.Select(record => record.Record)];
            }
        }
    }

    /// <summary>Ends the session: the next call is answered with ExpiredToken, and a refresh brings a new one.</summary>
    public void EndSession() => Interlocked.Increment(ref session);

    /// <param name="text">Its words.</param>
    /// <param name="under">The hash of the post under which the whole conversation stands; null when it begins one.</param>
    public void Mention(string text, string? under = null)
    {
        lock (Gate)
        {
            var at = DateTimeOffset.UnixEpoch.AddMinutes(notifications.Count).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var record = new JsonObject { ["$type"] = Collection, ["text"] = text, ["createdAt"] = at };
            if (under is not null)
            {
                var above = new JsonObject { ["uri"] = $"at://did:plc:bob/{Collection}/3kroot", ["cid"] = under };
                record["reply"] = new JsonObject { ["root"] = above, ["parent"] = above.DeepClone() };
            }

            notifications.Add(new JsonObject
            {
                ["uri"] = string.Create(CultureInfo.InvariantCulture, $"at://did:plc:anna/{Collection}/3k{notifications.Count:D6}"),
                ["cid"] = Notification,
                ["author"] = new JsonObject { ["did"] = "did:plc:anna", ["handle"] = "anna.test", ["displayName"] = "Anna" },
                ["reason"] = "mention",
                ["record"] = record,
                ["isRead"] = false,
                ["indexedAt"] = at,
            });
        }
    }

    /// <summary>Whoever wrote a post takes it back.</summary>
    public void Delete(string uri)
    {
        lock (Gate)
        {
            deleted.Add(uri);
        }
    }

    protected override (int Code, JsonNode? Answer) Route(HttpListenerContext context, byte[] body)
    {
        var request = context.Request;
        var call = request.Url!.AbsolutePath["/xrpc/".Length..];
        lock (Gate)
        {
            switch (call)
            {
                case "com.atproto.server.createSession":
                    return (string?)JsonNode.Parse(body)!["password"] == Password ? (200, Session()) : Error("AuthenticationRequired", 401);
                case "com.atproto.server.refreshSession":
                    return request.Headers["Authorization"]?.StartsWith("Bearer refresh-", StringComparison.Ordinal) == true ? (200, Session()) : Error("InvalidToken");
            }

            if (request.Headers["Authorization"] != Token())
            {
                return Error("ExpiredToken");
            }

            return call switch
            {
                "com.atproto.repo.uploadBlob" => Upload(request, body),
                "com.atproto.repo.putRecord" => Put(context, JsonNode.Parse(body)!.AsObject()),
                "com.atproto.repo.getRecord" => Get(request.QueryString["rkey"]!),
                "com.atproto.identity.resolveHandle" => request.QueryString["handle"] == "anna.test" ? (200, new JsonObject { ["did"] = "did:plc:anna" }) : Error("InvalidRequest"),
                "app.bsky.notification.listNotifications" => (200, Notified(int.Parse(request.QueryString["cursor"] ?? "0", CultureInfo.InvariantCulture))),
                "app.bsky.feed.getPosts" => Found(request.QueryString.GetValues("uris") ?? []),
                _ => Error("MethodNotImplemented", 501),
            };
        }
    }

    private (int Code, JsonNode? Answer) Found(string[] uris) => uris.Length is 0 or > 25
        ? Error("InvalidRequest")
        : (200, new JsonObject
        {
            ["posts"] = new JsonArray([.. notifications.Where(one => uris.Contains((string)one["uri"]!) && !deleted.Contains((string)one["uri"]!))
                .Select(one => new JsonObject { ["uri"] = one["uri"]!.DeepClone(), ["cid"] = one["cid"]!.DeepClone(), ["author"] = one["author"]!.DeepClone(), ["record"] = one["record"]!.DeepClone(), ["indexedAt"] = one["indexedAt"]!.DeepClone() })]),
        });

    private (int Code, JsonNode? Answer) Put(HttpListenerContext context, JsonObject asked)
    {
        var fault = NextFault();
        switch (fault)
        {
            case ServerFault.DropBefore:
                return (0, null);
            case ServerFault.Unauthorized:
                EndSession();
                return Error("ExpiredToken");
            case ServerFault.TooMany:
                context.Response.Headers["ratelimit-remaining"] = "0";
                context.Response.Headers["ratelimit-reset"] = TimeProvider.System.GetUtcNow().AddSeconds(3).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                return Error("RateLimitExceeded", 429);
        }

        var (rkey, record) = ((string)asked["rkey"]!, asked["record"]!.AsObject());
        if ((string)asked["repo"]! != Did || (string)asked["collection"]! != Collection || rkey.Length != 13 || rkey.Any(digit => !TidDigits.Contains(digit, StringComparison.Ordinal)) || !Holds(record))
        {
            return Error("InvalidRequest");
        }

        var cid = "bafy" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.ToJsonString())));
        var known = records.FirstOrDefault(one => one.Rkey == rkey);
        if (known.Rkey is not null && known.Cid != cid && asked.ContainsKey("swapRecord"))
        {
            return Error("InvalidSwap");
        }

        if (known.Rkey is null)
        {
            records.Add((rkey, cid, record.DeepClone().AsObject()));
        }

        return After(fault, 200, Named(rkey, cid));
    }

    private bool Holds(JsonObject record)
    {
        var text = (string)record["text"]!;
        var bytes = Encoding.UTF8.GetByteCount(text);
        var images = record["embed"]?["images"]?.AsArray() ?? [];
        return (string)record["$type"]! == Collection
            && bytes <= 3000 && new StringInfo(text).LengthInTextElements <= 300
            && DateTimeOffset.TryParse((string)record["createdAt"]!, CultureInfo.InvariantCulture, out _)
            && images.Count <= 4 && images.All(image => image!["alt"] is not null && blobs.Contains((string)image["image"]!["ref"]!["$link"]!))
            && (record["facets"]?.AsArray() ?? []).All(facet => (int)facet!["index"]!["byteEnd"]! <= bytes && (int)facet["index"]!["byteStart"]! < (int)facet["index"]!["byteEnd"]!)
            && (record["reply"] is not { } reply || (string)reply["parent"]!["cid"]! is var above && (above == Notification || records.Any(one => one.Cid == above)));
    }

    private (int Code, JsonNode? Answer) Get(string rkey)
    {
        if (notifications.Find(one => ((string)one["uri"]!).EndsWith("/" + rkey, StringComparison.Ordinal)) is { } notified)
        {
            return (200, new JsonObject { ["uri"] = (string)notified["uri"]!, ["cid"] = Notification, ["value"] = notified["record"]!.DeepClone() });
        }

        var known = records.FirstOrDefault(one => one.Rkey == rkey);
        return known.Rkey is null ? Error("RecordNotFound") : (200, Named(rkey, known.Cid));
    }

    private (int Code, JsonNode? Answer) Upload(HttpListenerRequest request, byte[] body)
    {
        var link = "bafk" + Convert.ToHexStringLower(SHA256.HashData(body))[..20];
        blobs.Add(link);
        return (200, new JsonObject
        {
            ["blob"] = new JsonObject { ["$type"] = "blob", ["ref"] = new JsonObject { ["$link"] = link }, ["mimeType"] = request.ContentType, ["size"] = body.Length },
        });
    }

    /// <summary>The newest first, thirty at a time.</summary>
    private JsonObject Notified(int skip)
    {
        const int Page = 30;
        var page = Enumerable.Reverse(notifications).Skip(skip).Take(Page).Select(one => one.DeepClone()).ToArray();
        var answer = new JsonObject { ["notifications"] = new JsonArray(page) };
        if (page.Length == Page)
        {
            answer["cursor"] = (skip + Page).ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }

    private JsonObject Session() => new()
    {
        ["did"] = Did,
        ["handle"] = "town.test",
        ["accessJwt"] = Token()["Bearer ".Length..],
        ["refreshJwt"] = string.Create(CultureInfo.InvariantCulture, $"refresh-{session}"),
    };

    private string Token() => string.Create(CultureInfo.InvariantCulture, $"Bearer access-{session}");

    private static JsonObject Named(string rkey, string cid) => new() { ["uri"] = $"at://{Did}/{Collection}/{rkey}", ["cid"] = cid };

    private static (int Code, JsonNode? Answer) Error(string error, int code = 400) => (code, new JsonObject { ["error"] = error, ["message"] = error });
}
