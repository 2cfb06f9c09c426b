namespace Comms.Core.Channels.Email;

/// <summary>Which mailbox is read. Checked when the source is made.</summary>
public sealed record InboxOptions
{
    /// <summary>
    /// The server: <c>imaps://mail.example</c> for TLS from the start (port 993 unless said), <c>imap://mail.example</c> for
    /// STARTTLS, which must succeed (port 143). Without TLS only on this machine.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>The user's name at the server.</summary>
    public required string User { get; init; }

    /// <summary>Where the password is found, as <c>env:NAME</c>; never the password itself.</summary>
    public required string Credential { get; init; }

    /// <summary>The folder. Default: <c>INBOX</c>.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>Larger messages are set aside unread, in bytes. From 1 kB to 100 MB. Default: 25 MB.</summary>
    public int LargestMessage { get; init; } = 25_000_000;
}
