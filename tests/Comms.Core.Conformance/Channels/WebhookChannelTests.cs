using System.Net;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Channels.Webhooks;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

/// <summary>Against strict servers on this machine, written from what each form's readers document. None of the vendors can be run here.</summary>
public sealed class WebhookChannelTests : ChannelConformance, IDisposable
{
    private const string Key = "a-key-of-the-tests";

    private readonly PageServer server = new();
    private readonly List<string> shown = [];
    private readonly List<WebhookChannel> opened = [];

    public WebhookChannelTests() => server.Show = request => Post(request, TakeSigned);

    protected override bool TakesMedia => false;

    protected override bool TakesThreads => false;

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task In_slack_the_words_stand_and_nobody_is_called()
    {
        server.Show = request => Post(request, TakeSlack);

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(WebhookForm.Slack, "<!channel> Flu clinic & more: <https://evil.example|nhs.uk> *now*"));

        Assert.Equal("&lt;!channel&gt; Flu clinic &amp; more: &lt;https://evil.example|nhs.uk&gt; *now*", Assert.Single(shown));
    }

    [Fact]
    public async Task In_teams_the_words_stand_as_they_are()
    {
        server.Show = request => Post(request, TakeTeams);

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(WebhookForm.Teams, "Flu clinic [today](https://evil.example) & **more**"));

        Assert.Equal("Flu clinic [today](https://evil.example) & **more**", Assert.Single(shown));
    }

    [Theory]
    [InlineData(400, typeof(SendOutcome.Rejected))]
    [InlineData(404, typeof(SendOutcome.Rejected))]
    [InlineData(410, typeof(SendOutcome.Rejected))]
    [InlineData(403, typeof(SendOutcome.NotSent))]
    [InlineData(429, typeof(SendOutcome.NotSent))]
    public async Task A_refusal_is_told_and_the_address_is_quoted_nowhere(int status, Type outcome)
    {
        server.Show = _ => new PageAnswer("no_service") { Status = status, RetryAfter = status == 429 ? "30" : null };

        var told = await SendAsync(WebhookForm.Slack, "Hello");

        Assert.IsType(outcome, told);
        Assert.DoesNotContain("hook-secret", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(status == 429 ? TimeSpan.FromSeconds(30) : null, (told as SendOutcome.NotSent)?.RetryAfter);
    }

    [Fact]
    public async Task A_server_error_leaves_the_outcome_open()
    {
        server.Show = _ => new PageAnswer("") { Status = 503 };

        await Assert.ThrowsAsync<ChannelException>(async () => await SendAsync(WebhookForm.Slack, "Hello"));
    }

    [Fact]
    public async Task A_post_in_doubt_is_sent_again_only_where_its_owner_says_so()
    {
        Assert.Equal(IdempotencyClass.None, (await Channel(Signed).DescribeAsync(Cancel)).Idempotency);
        Assert.Equal(IdempotencyClass.AtLeastOnce, (await Channel(Signed with { AtLeastOnce = true }).DescribeAsync(Cancel)).Idempotency);
    }

    protected override ValueTask<IChannel> OpenAsync() => ValueTask.FromResult<IChannel>(Channel(Signed));

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>([.. shown.Select(text => new ShownPost(text, []))]);

    private WebhookOptions Signed => new() { Form = WebhookForm.Signed, Address = server.Address + "/news", Credential = "env:KEY" };

    private WebhookChannel Channel(WebhookOptions options)
    {
        var secret = options.Form == WebhookForm.Signed ? Key : server.Address + "/services/hook-secret";
        opened.Add(new WebhookChannel("alerts", options, new FixedCredentials(secret)));
        return opened[^1];
    }

    private async Task<SendOutcome> SendAsync(WebhookForm form, string text)
    {
        var channel = Channel(new WebhookOptions { Form = form, Credential = "env:HOOK" });
        var prepared = await channel.PrepareAsync(Post(text), Context(), Cancel);
        return await channel.SendAsync(prepared, Context().Key, Context(), Cancel);
    }

    /// <summary>Takes a POST of JSON whose body its reader understands; anything else is a 400.</summary>
    private PageAnswer Post(HttpListenerRequest request, Func<HttpListenerRequest, byte[], string?> take)
    {
        using var bytes = new MemoryStream();
        request.InputStream.CopyTo(bytes);
        if (request.HttpMethod != "POST" || request.ContentType != "application/json" || take(request, bytes.ToArray()) is not { } text)
        {
            return new PageAnswer("invalid_payload") { Status = 400 };
        }

        lock (shown)
        {
            shown.Add(text);
        }

        return new PageAnswer("ok");
    }

    private static string? TakeSigned(HttpListenerRequest request, byte[] body) =>
        WebhookSignature.Holds(Key, request.Headers["Comms-Timestamp"], request.Headers["Comms-Signature"], body, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5))
            && JsonElement.Parse(body) is var json && json.GetProperty("key").GetString() == request.Headers["Idempotency-Key"]
            ? json.GetProperty("text").GetString()
            : null;

    private static string? TakeSlack(HttpListenerRequest request, byte[] body) =>
        request.Url!.AbsolutePath == "/services/hook-secret" && JsonElement.Parse(body) is var json && json.GetProperty("mrkdwn").ValueKind == JsonValueKind.False
            ? json.GetProperty("text").GetString()
            : null;

    private static string? TakeTeams(HttpListenerRequest request, byte[] body)
    {
        var json = JsonElement.Parse(body);
        var attachment = json.GetProperty("attachments").EnumerateArray().Single();
        var card = attachment.GetProperty("content");
        return json.GetProperty("type").GetString() == "message"
            && attachment.GetProperty("contentType").GetString() == "application/vnd.microsoft.card.adaptive"
            && card.GetProperty("type").GetString() == "AdaptiveCard"
            ? card.GetProperty("body").EnumerateArray().Single().GetProperty("inlines").EnumerateArray().Single().GetProperty("text").GetString()
            : null;
    }
}
