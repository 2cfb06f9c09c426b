using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Comms.Core.Channels.X;

/// <summary>What a refusal of X means.</summary>
/// <remarks>
/// Source: https://docs.x.com/x-api/fundamentals/response-codes-and-errors and /rate-limits, of 2026-08-22, read on 2026-12-01. That the
/// same words are refused is in no document: a 403 that says "duplicate content", as in public reports of 2023 to 2026.
/// </remarks>
internal static class XRefusal
{
    private const string Generic = "about:blank";
    private const string Capped = "/usage-capped";
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CapRests = TimeSpan.FromHours(1);

    public static bool IsDuplicate(HttpResponseMessage answer, Problem problem) => answer.StatusCode == HttpStatusCode.Forbidden
        && problem.Detail?.Contains("duplicate content", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A 403 is of the post where the problem has no type of its own, and else of the app or its account, which a person must see to.</summary>
    /// <returns>Null for what nobody can tell from.</returns>
    public static SendOutcome? Of(HttpResponseMessage answer, Problem problem, DateTimeOffset now)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"X answered {(int)answer.StatusCode}{(problem.Detail is { } said ? ": " + said : "")}");
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => TooMany(words, Rests(answer, now) ?? (problem.Type?.EndsWith(Capped, StringComparison.Ordinal) == true ? CapRests : UntilTold)),
            HttpStatusCode.Forbidden when problem.Type is Generic => new SendOutcome.Rejected(words),
            _ => ChannelHttp.Refusal(answer, problem.Detail, now),
        };
    }

    /// <summary>How long the account takes no more, by any of its windows of which nothing remains: a quarter of an hour, or a day's for the app or the user.</summary>
    public static TimeSpan? Rests(HttpResponseMessage answer, DateTimeOffset now)
    {
        var rests = ((string[])["x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"])
            .Where(window => Header(answer.Headers, window + "-remaining") == "0")
            .Select(window => long.TryParse(Header(answer.Headers, window + "-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now : TimeSpan.Zero)
            .DefaultIfEmpty().Max();
        return rests > TimeSpan.Zero ? rests : null;
    }

    private static SendOutcome.NotSent TooMany(string words, TimeSpan after) => new(words, after) { AccountRests = after };

    private static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
