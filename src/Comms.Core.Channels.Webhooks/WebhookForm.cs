namespace Comms.Core.Channels.Webhooks;

/// <summary>Who reads a webhook.</summary>
public enum WebhookForm
{
    /// <summary>A server of your own: JSON with the words and their key, signed (see <see cref="WebhookSignature"/>).</summary>
    Signed,

    /// <summary>Slack's incoming webhooks. The words stand as they are: nothing in them notifies anyone or becomes markup.</summary>
    Slack,

    /// <summary>Microsoft Teams' workflows that start with a webhook. The words stand as they are, in a card.</summary>
    Teams,
}
