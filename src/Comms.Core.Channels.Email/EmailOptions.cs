namespace Comms.Core.Channels.Email;

/// <summary>Who writes to whom, and through which server. Checked when the channel is made.</summary>
public sealed record EmailOptions
{
    /// <summary>
    /// The server: <c>smtps://mail.example</c> for TLS from the start (port 465 unless said), <c>smtp://mail.example</c> for
    /// STARTTLS, which must succeed (port 587). Without TLS only on this machine.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>Who it comes from, as <c>Comms team &lt;comms@trust.example&gt;</c>.</summary>
    public required string From { get; init; }

    /// <summary>Who receives it, each by a message of their own. Default: nobody; then an <see cref="IMailingList"/> must say.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Where answers go; null for <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The user's name at the server; null when it asks for none.</summary>
    public string? User { get; init; }

    /// <summary>Where the password is found, as <c>env:NAME</c>; never the password itself. Null without <see cref="User"/>.</summary>
    public string? Credential { get; init; }

    /// <summary>How readers leave; null for a message that is not a list's, as one to a colleague.</summary>
    public ListHeaders? List { get; init; }

    /// <summary>How messages are signed; null for unsigned, as where the server signs.</summary>
    public DkimOptions? Dkim { get; init; }
}
