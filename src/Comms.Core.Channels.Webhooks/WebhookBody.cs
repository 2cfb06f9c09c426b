using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Channels.Webhooks;

/// <summary>What is sent, in the form of whoever reads it.</summary>
internal static class WebhookBody
{
    public static byte[] Of(WebhookForm form, Rendition rendition, SendContext context) => form switch
    {
        WebhookForm.Slack => JsonSerializer.SerializeToUtf8Bytes(new SlackBody(Escaped(rendition.Text), Mrkdwn: false), WebhookJson.Default.SlackBody),
        WebhookForm.Teams => JsonSerializer.SerializeToUtf8Bytes(Card(rendition.Text), WebhookJson.Default.TeamsBody),
        _ => JsonSerializer.SerializeToUtf8Bytes(
            new SignedBody(context.Key.Value, rendition.Account, context.CreatedAt, rendition.Language, rendition.Text), WebhookJson.Default.SignedBody),
    };

    /// <summary>So that nothing in it is a mention of everyone or a link with other words on it (https://docs.slack.dev/messaging/formatting-message-text).</summary>
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A text block would read Markdown in the words; a run of rich text does not.</summary>
    private static TeamsBody Card(string text) => new(
        "message",
        [
            new TeamsAttachment(
                "application/vnd.microsoft.card.adaptive",
                new AdaptiveCard("http://adaptivecards.io/schemas/adaptive-card.json", "AdaptiveCard", "1.4", [new RichTextBlock("RichTextBlock", [new TextRun("TextRun", text)])])),
        ]);
}

internal sealed record SlackBody(string Text, bool Mrkdwn);

internal sealed record TeamsBody(string Type, IReadOnlyList<TeamsAttachment> Attachments);

internal sealed record TeamsAttachment(string ContentType, AdaptiveCard Content);

internal sealed record AdaptiveCard(
    [property: JsonPropertyName("$schema")] string Schema, string Type, string Version, IReadOnlyList<RichTextBlock> Body);

internal sealed record RichTextBlock(string Type, IReadOnlyList<TextRun> Inlines);

internal sealed record TextRun(string Type, string Text);

internal sealed record SignedBody(string Key, string Account, DateTimeOffset CreatedAt, string Language, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SlackBody))]
[JsonSerializable(typeof(TeamsBody))]
[JsonSerializable(typeof(SignedBody))]
[JsonSerializable(typeof(SentMessage))]
internal sealed partial class WebhookJson : JsonSerializerContext;
