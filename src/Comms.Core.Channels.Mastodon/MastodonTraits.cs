using System.Globalization;

namespace Comms.Core.Channels.Mastodon;

/// <summary>What a server takes: the platform's rules, and over them what the server says of itself.</summary>
internal static class MastodonTraits
{
    /// <summary>How long a key lives: <c>app/services/post_status_service.rb</c> keeps it in Redis for an hour.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);

    // A server that only speaks the API says so in its version, as "4.0.0 (not true; really snac/2.75)", and may ignore the key.
    private const char Aside = '(';

    public static ChannelTraits Of(Instance instance, DateTimeOffset now)
    {
        var usual = Platform.TraitsOf("mastodon", now);
        var limits = instance.Configuration?.Statuses;
        var honoursKey = instance.Version?.Contains(Aside, StringComparison.Ordinal) == false;
        var (length, media) = (limits?.MaxCharacters ?? usual.MaxLength, limits?.MaxMediaAttachments ?? usual.MaxMedia);
        return usual with
        {
            Version = string.Create(CultureInfo.InvariantCulture, $"{usual.Version}/{length}/{media}/{(honoursKey ? "key/warnings" : "no-key")}"),
            MaxLength = length,
            MaxMedia = media,
            Idempotency = honoursKey ? IdempotencyClass.ByKey : IdempotencyClass.None,
            // One that ignores it would show the words at once.
            Warnings = honoursKey,
            KeyLifetime = honoursKey ? KeyLifetime : null,
        };
    }
}
