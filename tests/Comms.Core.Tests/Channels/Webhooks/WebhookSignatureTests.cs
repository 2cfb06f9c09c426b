using Comms.Core.Channels.Webhooks;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Channels.Webhooks;

public class WebhookSignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_signature_is_hmac_sha256_of_the_time_a_full_stop_and_the_body() => Assert.Equal(
        "v1=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("key"u8, "1795856400.{}"u8)), WebhookSignature.Sign("key", Now, "{}"u8));

    [Fact]
    public void It_holds_for_its_own_key_time_and_body_and_for_no_other() => Gen.Byte.Array[0, 50].Sample(body =>
    {
        var signature = WebhookSignature.Sign("key", Now, body);
        Assert.True(WebhookSignature.Holds("key", "1795856400", signature, body, Now, FiveMinutes));
        Assert.False(WebhookSignature.Holds("other", "1795856400", signature, body, Now, FiveMinutes));
        Assert.False(WebhookSignature.Holds("key", "1795856401", signature, body, Now, FiveMinutes));
        Assert.False(WebhookSignature.Holds("key", "1795856400", signature, [.. body, 0], Now, FiveMinutes));
    });

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void An_old_call_cannot_be_played_again(int secondsLater, bool holds) => Assert.Equal(
        holds, WebhookSignature.Holds("key", "1795856400", WebhookSignature.Sign("key", Now, "{}"u8), "{}"u8, Now.AddSeconds(secondsLater), FiveMinutes));

    [Theory]
    [InlineData(null, "v1=00")]
    [InlineData("1795856400", null)]
    [InlineData("-1", "v1=00")]
    [InlineData("99999999999999", "v1=00")]
    [InlineData("soon", "")]
    public void What_is_missing_or_no_number_does_not_hold(string? timestamp, string? signature) =>
        Assert.False(WebhookSignature.Holds("key", timestamp, signature, "{}"u8, Now, FiveMinutes));
}
