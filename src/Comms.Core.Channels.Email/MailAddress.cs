using MimeKit;

namespace Comms.Core.Channels.Email;

/// <summary>Reads addresses of people, strictly: what has a line break or a second address in it is none.</summary>
internal static class MailAddress
{
    public static MailboxAddress? Find(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal)
            ? mailbox
            : null;

    /// <exception cref="ArgumentException">It is no address.</exception>
    public static MailboxAddress Parse(string text, string name) =>
        Find(text) ?? throw new ArgumentException($"'{text}' is no address of a person, as ann@example.org is.", name);
}
