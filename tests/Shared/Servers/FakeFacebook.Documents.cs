using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Comms.Core.Tests.Servers;

/// <summary>The documents and tokens of the Graph API, as it writes them.</summary>
internal sealed partial class FakeFacebook
{
    private const string AppSecret = "its-secret";

    private int order;

    /// <summary>A person's token is exchanged for one that ends later.</summary>
    private (int Code, JsonNode? Answer) Exchange(HttpListenerRequest request)
    {
        if (request.QueryString["grant_type"] != "fb_exchange_token" || request.QueryString["client_id"] != "an-app" || request.QueryString["client_secret"] != AppSecret || request.QueryString["fb_exchange_token"] != Person)
        {
            return (400, Ended());
        }

        Person += "-longer";
        return (200, new JsonObject { ["access_token"] = Person, ["token_type"] = "bearer", ["expires_in"] = 5_184_000 });
    }

    private static string PageToken(int number) => string.Create(CultureInfo.InvariantCulture, $"a-token-of-the-page-{number}");

    private static string Proof(string? token) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(token ?? "")));

    private (int Code, JsonNode? Answer) One(string id) =>
        posts.Concat(comments).Concat(tagged).FirstOrDefault(entry => (string)entry["id"]! == id && !deleted.Contains(id)) is { } found ? (200, Seen(found)) : (400, Missing());

    /// <summary>The newest first, each post with the newest of its comments where these are asked for.</summary>
    private (int Code, JsonNode? Answer) List(HttpListenerRequest request, string[] known, IEnumerable<JsonObject> entries, int page)
    {
        if (request.QueryString.AllKeys.Except(known).Any() || request.QueryString["order"] is not (null or "reverse_chronological") || request.QueryString["filter"] is not (null or "stream"))
        {
            return (400, Error(100, "Invalid parameter"));
        }

        var since = DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.QueryString["since"] ?? "0", CultureInfo.InvariantCulture));
        var found = Page(entries.Where(entry => !deleted.Contains((string)entry["id"]!) && At(entry) >= since), int.Parse(request.QueryString["after"] ?? "0", CultureInfo.InvariantCulture), page);
        if (request.QueryString["fields"]!.Contains("comments.filter(stream).order(reverse_chronological).limit(100)", StringComparison.Ordinal))
        {
            foreach (var post in found["data"]!.AsArray())
            {
                var below = Below((string)post!["id"]!).ToList();
                if (below.Count > 0)
                {
                    post["comments"] = Page(below.Where(entry => !deleted.Contains((string)entry["id"]!)), 0, 100);
                }
            }
        }

        return (200, found);
    }

    private static JsonObject Page(IEnumerable<JsonObject> entries, int from, int page)
    {
        var all = entries.OrderByDescending(At).ThenByDescending(entry => (int)entry["order"]!).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. all.Skip(from).Take(page).Select(Seen)]) };
        if (all.Count > 0)
        {
            answer["paging"] = new JsonObject { ["cursors"] = new JsonObject { ["before"] = "x", ["after"] = (from + page).ToString(CultureInfo.InvariantCulture) } };
            if (from + page < all.Count)
            {
                answer["paging"]!["next"] = "https://graph.facebook.com/next";
            }
        }

        return answer;
    }

    private static DateTimeOffset At(JsonObject entry) =>
        DateTimeOffset.ParseExact((string)entry["created_time"]!, "yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static JsonObject Seen(JsonObject entry)
    {
        var seen = entry.DeepClone().AsObject();
        seen.Remove("alts");
        seen.Remove("order");
        seen.Remove("below");
        return seen;
    }

    private JsonObject Entry(string id, string message, string from, string name, string[] alts, DateTimeOffset? at) => new()
    {
        ["id"] = id,
        ["message"] = message,
        ["created_time"] = (at ?? TimeProvider.System.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture),
        ["from"] = new JsonObject { ["id"] = from, ["name"] = name },
        ["permalink_url"] = "https://www.facebook.com/" + id,
        ["alts"] = new JsonArray([.. alts.Select(alt => (JsonNode)alt)]),
        ["order"] = ++order,
    };

    private static JsonObject Ended() => Error(190, "Error validating access token: Session has expired", 463);

    private static JsonObject Missing() => Error(100, "Unsupported get request. Object does not exist, cannot be loaded due to missing permissions", 33);

    private static JsonObject Error(int code, string message, int? subcode = null) =>
        new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = "OAuthException", ["code"] = code, ["error_subcode"] = subcode, ["fbtrace_id"] = "x" } };
}
