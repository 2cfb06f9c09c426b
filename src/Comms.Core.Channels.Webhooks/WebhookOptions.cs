namespace Comms.Core.Channels.Webhooks;

/// <summary>Which webhook is called. Checked when the channel is made.</summary>
public sealed record WebhookOptions
{
    /// <summary>Who reads it.</summary>
    public required WebhookForm Form { get; init; }

    /// <summary>
    /// Where the secret is found, as <c>env:NAME</c>: the whole address of a webhook of Slack or Teams, which lets anyone
    /// post who knows it; the key of the signature for <see cref="WebhookForm.Signed"/>. Never the secret itself.
    /// </summary>
    public required string Credential { get; init; }

    /// <summary>The server of <see cref="WebhookForm.Signed"/>, https, or plain http on this machine; null for the others.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// Whether a post in doubt is sent again, although it may then stand twice, instead of waiting for a person. Meant for
    /// alerts. A receiver of <see cref="WebhookForm.Signed"/> that honours <c>Idempotency-Key</c> shows it once. Default: false.
    /// </summary>
    public bool AtLeastOnce { get; init; }
}
