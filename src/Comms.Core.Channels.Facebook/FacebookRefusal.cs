using System.Globalization;
using System.Text.Json;

namespace Comms.Core.Channels.Facebook;

/// <summary>What a refusal of the Graph API means: its codes say more than its HTTP status.</summary>
/// <remarks>Source: https://developers.facebook.com/docs/graph-api/guides/error-handling and /overview/rate-limiting, read on 2026-12-01.</remarks>
internal static class FacebookRefusal
{
    private const int Duplicate = 506;
    private static readonly int[] Ended = [102, 190];
    private static readonly int[] TooMany = [4, 17, 32, 341, 613, 80001];
    private static readonly int[] Passing = [1, 2];
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Blocked = TimeSpan.FromHours(1);

    public static bool IsDuplicate(GraphError error) => error.Code == Duplicate;

    public static bool IsEnded(GraphError error) => Ended.Contains(error.Code);

    /// <summary>Whether what was asked for is not there: 100 with 33 says that it does not exist or may not be seen, 803 that no such name is known.</summary>
    public static bool IsMissing(GraphError error) => error is { Code: 100, ErrorSubcode: 33 } or { Code: 803 };

    /// <returns>Null for what nobody can tell from.</returns>
    public static SendOutcome? Of(HttpResponseMessage answer, GraphError error, DateTimeOffset now)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"Facebook answered {(int)answer.StatusCode}, code {error.Code}{(error.Message is { } said ? ": " + said : "")}");
        return error switch
        {
            { Code: 0 } => ChannelHttp.Refusal(answer, error.Message, now),
            { Code: var code } when TooMany.Contains(code) => Rest(words, Rests(answer) ?? UntilTold),
            { Code: 368 } => Rest(words + "; the Page is blocked for a while", Rests(answer) ?? Blocked),
            { IsTransient: true } => null,
            { Code: var code } when Passing.Contains(code) => null,
            { Code: 3 or 10 or 102 or 190 or (>= 200 and <= 299) } => new SendOutcome.NotSent($"{words}; the Page's credential needs a person"),
            _ when (int)answer.StatusCode >= 500 => null,
            _ => new SendOutcome.Rejected(words),
        };
    }

    /// <summary>How long until calls are taken again, as the header of the Page's business says in minutes; null when it says nothing.</summary>
    public static TimeSpan? Rests(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("X-Business-Use-Case-Usage", out var values))
        {
            return null;
        }

        try
        {
            var usage = JsonSerializer.Deserialize(values.FirstOrDefault() ?? "", FacebookJson.Default.IReadOnlyDictionaryStringIReadOnlyListUsage);
            var minutes = usage?.Values.SelectMany(one => one).Select(one => one.EstimatedTimeToRegainAccess).DefaultIfEmpty().Max() ?? 0;
            return minutes > 0 ? TimeSpan.FromMinutes(minutes) : null;
        }
        catch (JsonException)
        {
            // A header that cannot be read says nothing: the answer's own code does.
            return null;
        }
    }

    private static SendOutcome.NotSent Rest(string words, TimeSpan after) => new(words, after) { AccountRests = after };
}
