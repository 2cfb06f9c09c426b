using Comms.Core.Channels;

namespace Comms.Core.RoundUps;

/// <summary>Who wrote a message, as a card names them.</summary>
internal static class Byline
{
    /// <returns>Null for nobody.</returns>
    public static string? Of(Author? author) =>
        author is null ? null
        : author.Name is { } name && name != author.Handle ? $"{name} ({author.Handle})"
        : author.Handle;
}
