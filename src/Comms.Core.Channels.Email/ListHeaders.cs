namespace Comms.Core.Channels.Email;

/// <summary>
/// What a list tells its readers' programs, so that they can offer to leave it.
/// </summary>
/// <remarks>Sources: RFC 2369 (List-Unsubscribe), RFC 2919 (List-Id), RFC 8058 (one click).</remarks>
public sealed record ListHeaders
{
    /// <summary>The list's name for programs, as <c>bulletin.trust.example</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Where a reader leaves with one click: an https address to which their program sends a POST; <c>{recipient}</c> in it
    /// becomes the reader's own address, escaped. Programs act on it only in a message that is signed, here
    /// (<see cref="EmailOptions.Dkim"/>) or by the server. Null for none.
    /// </summary>
    public string? OneClick { get; init; }

    /// <summary>The mailbox to which readers can write to leave, as <c>leave@trust.example</c>; null for none.</summary>
    public string? Mailbox { get; init; }
}
