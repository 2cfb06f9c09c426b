using System.Net;
using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Tests.Channels;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("X-RateLimit", "0", "2026-11-30T09:04:00.000Z", 240)]
    [InlineData("RateLimit", "0", "1796029230", 30)]
    [InlineData("RateLimit", "1", "1796029230", null)]
    [InlineData("X-RateLimit", "0", "2026-11-30T08:59:59Z", null)]
    [InlineData("X-RateLimit", "0", "soon", null)]
    [InlineData("X-RateLimit", "0", null, null)]
    [InlineData("X-RateLimit", null, "2026-11-30T09:04:00Z", null)]
    public void An_account_rests_when_nothing_remains_until_the_limit_is_set_anew(string start, string? remaining, string? reset, int? seconds)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        Add(answer, $"{start}-Remaining", remaining);
        Add(answer, $"{start}-Reset", reset);

        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, ChannelHttp.AccountRests(answer, Now));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData(null, 300)]
    public void Too_many_requests_make_the_account_rest_as_long_as_the_server_asks_or_five_minutes(string? retryAfter, int seconds)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        Add(answer, "Retry-After", retryAfter);

        var refused = Assert.IsType<SendOutcome.NotSent>(ChannelHttp.Refusal(answer, said: null, Now));

        Assert.Equal((TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)), (refused.RetryAfter, refused.AccountRests));
    }

    [Fact]
    public void Any_other_refusal_says_nothing_of_the_accounts_other_posts()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.UnprocessableEntity);
        Add(answer, "Retry-After", "90");

        Assert.Null(ChannelHttp.Refusal(answer, said: null, Now)!.AccountRests);
    }

    private static void Add(HttpResponseMessage answer, string name, string? value)
    {
        if (value is not null)
        {
            Assert.True(answer.Headers.TryAddWithoutValidation(name, value));
        }
    }
}
