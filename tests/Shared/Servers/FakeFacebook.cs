using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Comms.Core.Tests.Servers;

/// <summary>
/// The Graph API for one Page, written from its guides and the vendor's API description of 2026-04-15. Strict: members and parameters that
/// are not described are refused, as are the same words again and calls that do not prove that they come from the app.
/// </summary>
internal sealed partial class FakeFacebook : FakeServer
{
    public const string PageId = "546349135390552";

    /// <summary>Of a person who may post on the Page; the Page's own is asked for with it.</summary>
    public const string Token = "a-token-of-the-tests";

    private readonly Dictionary<string, string> pictures = [];
    private readonly List<JsonObject> posts = [];
    private readonly List<JsonObject> comments = [];
    private readonly List<JsonObject> tagged = [];
    private readonly HashSet<string> deleted = [];
    private int made;

    /// <summary>Whether its app asks for a proof with each call.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>Whether the same words are said to stand though they do not.</summary>
    public bool HasGhosts { get; init; }

    /// <summary>What the person's token is now; a longer one after an exchange.</summary>
    public string Person { get; set; } = Token;

    /// <summary>How often the Page's token was given: the one before it is taken no longer.</summary>
    public int PageTokens { get; private set; }

    /// <summary>Texts, what they answer, and descriptions of what the Page shows, the oldest first.</summary>
    public IReadOnlyList<(string Text, string? To, IReadOnlyList<string> Alts)> Shown
    {
        get
        {
            lock (Gate)
            {
                return [.. posts.Concat(comments).Where(IsOurs).OrderBy(one => (int)one["order"]!).Select(one => (
                    (string)one["message"]!, (string?)one["parent"]?["id"], (IReadOnlyList<string>)[.. one["alts"]!.AsArray().Select(alt => (string)alt!)]))];
            }
        }
    }

    /// <summary>Somebody writes below a post, or below a comment.</summary>
    public string Comment(string text, string below, DateTimeOffset? at = null)
    {
        lock (Gate)
        {
            var parent = comments.FirstOrDefault(one => (string)one["id"]! == below);
            var post = parent is null ? below : (string)parent["below"]!;
            var comment = Entry($"{post.Split('_')[^1]}_{++made}", text, "7", "Anna", [], at);
            comment["below"] = post;
            if (parent is not null)
            {
                comment["parent"] = new JsonObject { ["id"] = (string?)parent["parent"]?["id"] ?? below };
            }

            comments.Add(comment);
            return (string)comment["id"]!;
        }
    }

    /// <summary>A post of the Page's that stands already.</summary>
    public string Stand(string text)
    {
        lock (Gate)
        {
            posts.Add(Entry($"{PageId}_{++made}", text, PageId, "The town", [], null));
            return (string)posts[^1]["id"]!;
        }
    }

    /// <summary>Somebody names the Page in a post of their own.</summary>
    public void Tag(string text)
    {
        lock (Gate)
        {
            tagged.Add(Entry($"7_{++made}", text, "7", "Anna", [], null));
        }
    }

    /// <summary>Whoever wrote it takes it back.</summary>
    public void Delete(string entry)
    {
        lock (Gate)
        {
            deleted.Add(entry);
        }
    }

    protected override (int Code, JsonNode? Answer) Route(HttpListenerContext context, byte[] body)
    {
        var request = context.Request;
        var path = request.Url!.AbsolutePath;
        lock (Gate)
        {
            if (!path.StartsWith("/v25.0/", StringComparison.Ordinal))
            {
                return (404, Error(2500, "An active version is needed"));
            }

            path = path["/v25.0/".Length..];
            if (path == "oauth/access_token")
            {
                return Exchange(request);
            }

            var token = request.Headers["Authorization"]?["Bearer ".Length..];
            if (NeedsProof && request.QueryString["appsecret_proof"] != Proof(token))
            {
                return (400, Error(100, "API calls from the server require an appsecret_proof argument"));
            }

            if (path == PageId && request.QueryString["fields"] == "access_token")
            {
                return token == Person ? (200, new JsonObject { ["id"] = PageId, ["access_token"] = PageToken(PageTokens = PageTokens + 1) }) : (400, Ended());
            }

            return token != PageToken(PageTokens) ? (400, Ended()) : (request.HttpMethod, path.Split('/')) switch
            {
                ("POST", [PageId, "photos"]) => Upload(body),
                ("POST", [PageId, "feed"]) => Post(context, null, JsonNode.Parse(body)!.AsObject()),
                ("POST", [var below, "comments"]) => Post(context, below, JsonNode.Parse(body)!.AsObject()),
                ("GET", [PageId, "published_posts"]) => List(request, ["fields", "since", "limit", "after", "appsecret_proof"], posts.Where(IsOurs), 100),
                ("GET", [PageId, "feed"]) => List(request, ["fields", "since", "limit", "after", "appsecret_proof"], posts, 25),
                ("GET", [PageId, "tagged"]) => List(request, ["fields", "limit", "after", "appsecret_proof"], tagged, 100),
                ("GET", [var below, "comments"]) => List(request, ["fields", "filter", "order", "limit", "after", "appsecret_proof"], Below(below), 100),
                ("GET", [PageId]) => (200, new JsonObject { ["id"] = PageId }),
                ("GET", [var id]) => One(id),
                _ => (400, Error(2500, "Unknown path components")),
            };
        }
    }

    private static bool IsOurs(JsonObject entry) => (string)entry["from"]!["id"]! == PageId;

    /// <summary>Below a post all, an answer's answers too; below a comment what answers it.</summary>
    private IEnumerable<JsonObject> Below(string id) => comments.Where(one => (string)one["below"]! == id || (string?)one["parent"]?["id"] == id);

    private (int Code, JsonNode? Answer) Upload(byte[] form)
    {
        if (Field(form, "published") != "false" || Field(form, "temporary") != "true" || Field(form, "source") is null)
        {
            return (400, Error(324, "Missing or invalid image file"));
        }

        var id = (++made).ToString(CultureInfo.InvariantCulture);
        pictures[id] = Field(form, "alt_text_custom") ?? "";
        return (200, new JsonObject { ["id"] = id });
    }

    private (int Code, JsonNode? Answer) Post(HttpListenerContext context, string? below, JsonObject asked)
    {
        var fault = NextFault();
        switch (fault)
        {
            case ServerFault.DropBefore:
                return (0, null);
            case ServerFault.Unauthorized:
                return (403, Error(200, "(#200) The user hasn't authorized the application to perform this action"));
            case ServerFault.TooMany:
                context.Response.Headers["X-Business-Use-Case-Usage"] = $$"""{"{{PageId}}":[{"type":"pages","call_count":100,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":3}]}""";
                return (400, Error(80001, "There have been too many calls to this Page account"));
        }

        if (Refusal(below, asked) is { } refusal)
        {
            return refusal;
        }

        string[] alts = below is null ? [.. asked["attached_media"]?.AsArray().Select(one => pictures[(string)one!["media_fbid"]!]) ?? []]
            : asked["attachment_id"] is { } attached ? [pictures[(string)attached!]] : [];
        var entry = Entry($"{(below is null ? PageId : below.Split('_')[0])}_{++made}", (string)asked["message"]!, PageId, "The town", alts, null);
        if (below is not null)
        {
            var answered = comments.FirstOrDefault(one => (string)one["id"]! == below);
            entry["below"] = answered is null ? below : (string)answered["below"]!;
            entry["parent"] = answered is null ? null : new JsonObject { ["id"] = (string?)answered["parent"]?["id"] ?? below };
        }

        (below is null ? posts : comments).Add(entry);
        var answer = new JsonObject { ["id"] = (string)entry["id"]! };
        return After(fault, 200, answer);
    }

    private (int Code, JsonNode? Answer)? Refusal(string? below, JsonObject asked)
    {
        string[] ids = [.. asked["attached_media"]?.AsArray().Select(one => (string)one!["media_fbid"]!) ?? [], .. asked["attachment_id"] is { } one ? [(string)one!] : (string[])[]];
        if (asked.Any(member => !(below is null ? (string[])["message", "attached_media"] : ["message", "attachment_id"]).Contains(member.Key)) || ids.Any(id => !pictures.ContainsKey(id)))
        {
            return (400, Error(100, "Invalid parameter"));
        }

        if (below is not null && (deleted.Contains(below) || !posts.Concat(comments).Any(entry => (string)entry["id"]! == below)))
        {
            return (400, Missing());
        }

        return HasGhosts || posts.Concat(comments).Where(IsOurs).Any(entry => (string)entry["message"]! == (string?)asked["message"] && (string?)entry["below"] == below)
            ? (400, Error(506, "Duplicate status message"))
            : null;
    }
}
