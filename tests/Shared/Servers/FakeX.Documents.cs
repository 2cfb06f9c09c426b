using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Comms.Core.Tests.Servers;

/// <summary>The documents of X, as it writes them.</summary>
internal sealed partial class FakeX
{
    /// <summary>As X keeps it: signs of HTML are escaped, links are its own, and pictures have one behind the words.</summary>
    private static JsonObject Made(string id, string said, string type, string? to, string[] alts)
    {
        var urls = new JsonArray();
        var text = Link().Replace(WebUtility.HtmlEncode(said).Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal), match => Short(match.Value.StartsWith("http", StringComparison.Ordinal) ? WebUtility.HtmlDecode(match.Value) : "http://" + match.Value, mediaKey: null));
        if (alts.Length > 0)
        {
            text += " " + Short($"https://x.com/town/status/{id}/photo/1", "3_1");
        }

        var post = new JsonObject
        {
            ["id"] = id,
            ["text"] = type == "replied_to" && !text.StartsWith('@') ? "@anna " + text : text,
            ["said"] = said,
            ["created_at"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["author_id"] = Me,
            ["entities"] = new JsonObject { ["urls"] = urls },
            ["alts"] = new JsonArray([.. alts.Select(alt => (JsonNode)alt)]),
        };
        if (text.Length > 280)
        {
            // A long post shows its beginning, and all of it to who asks.
            (post["text"], post["note_tweet"]) = (text[..278] + "…", new JsonObject { ["text"] = text });
        }

        if (type.Length > 0)
        {
            post["referenced_tweets"] = new JsonArray(new JsonObject { ["type"] = type, ["id"] = to });
        }

        return post;

        string Short(string expanded, string? mediaKey)
        {
            var link = $"https://t.co/{id}x{urls.Count}";
            urls.Add(new JsonObject { ["start"] = 0, ["end"] = 23, ["url"] = link, ["expanded_url"] = expanded, ["media_key"] = mediaKey });
            return link;
        }
    }

    private static JsonObject Uploaded(string id, string state) =>
        new() { ["data"] = new JsonObject { ["id"] = id, ["media_key"] = "3_" + id, ["expires_after_secs"] = 86400, ["processing_info"] = new JsonObject { ["state"] = state, ["check_after_secs"] = 1 } } };

    private static JsonObject Newest(IEnumerable<JsonObject> found, HttpListenerRequest request)
    {
        var from = int.Parse(request.QueryString["pagination_token"] ?? "0", CultureInfo.InvariantCulture);
        var all = found.Reverse().ToList();
        var answer = new JsonObject { ["meta"] = new JsonObject { ["result_count"] = Math.Min(Page, all.Count - from) } };
        if (all.Count > 0)
        {
            answer["data"] = new JsonArray([.. all.Skip(from).Take(Page).Select(Seen)]);
            answer["includes"] = new JsonObject { ["users"] = new JsonArray(User("7", "anna", "Anna"), User(Me, "town", "The town")) };
        }

        if (from + Page < all.Count)
        {
            answer["meta"]!["next_token"] = (from + Page).ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }

    private static JsonNode Seen(JsonObject post)
    {
        var seen = post.DeepClone().AsObject();
        seen.Remove("said");
        seen.Remove("alts");
        return seen;
    }

    /// <summary>X refuses a parameter that it does not know.</summary>
    private static (int Code, JsonNode? Answer) Asked(HttpListenerRequest request, string[] known, Func<JsonObject> answer) =>
        request.QueryString.AllKeys.Except(known).FirstOrDefault() is { } unknown
            ? (400, Problem("invalid-request", $"The query parameter [{unknown}] is not one of [{string.Join(',', known)}]", 400))
            : (200, answer());

    private static JsonObject User(string id, string name, string shown) =>
        new() { ["id"] = id, ["username"] = name, ["name"] = shown, ["public_metrics"] = new JsonObject { ["followers_count"] = 12 } };

    private static JsonObject Problem(string type, string detail, int? status) =>
        new() { ["type"] = "https://api.x.com/2/problems/" + type, ["title"] = "Invalid Request", ["detail"] = detail, ["status"] = status };

    [GeneratedRegex(@"https?://\S*[\w/]|\b(?:[a-z0-9-]+\.)+(?:uk|com|org)\b(?:/\S*[\w/])?")]
    private static partial Regex Link();
}
