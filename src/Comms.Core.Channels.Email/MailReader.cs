using System.Text;
using Comms.Core.Channels.Html;
using MimeKit;

namespace Comms.Core.Channels.Email;

/// <summary>
/// The words of a message: its subject, and its text as it was written, with what it quotes. Where it has HTML alone, the
/// words are read out of that; nothing of it is ever shown as HTML, and nothing that it points to is fetched.
/// </summary>
internal static class MailReader
{
    private const string Automatic = "automatic";

    public static SourceItem Read(MimeMessage message, DateTimeOffset? received)
    {
        var author = message.From.Mailboxes.FirstOrDefault();
        var subject = message.Subject?.Trim() ?? "";
        var text = (message.TextBody ?? HtmlWords.Of(message.HtmlBody ?? "")).ReplaceLineEndings("\n").Trim();
        return new SourceItem
        {
            Id = IdOf(message, text),
            Text = text.Length == 0 || subject.Length == 0 ? subject + text : subject + "\n\n" + text,
            At = message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : received ?? default,
            Author = author is null ? null : new Author(author.Address, string.IsNullOrWhiteSpace(author.Name) ? null : author.Name, IsAutomatic(message) ? Automatic : "public"),
            Act = message.InReplyTo is null ? Act.Mention : Act.Reply,
            InReplyTo = message.InReplyTo is { } answered ? $"<{answered}>" : null,
        };
    }

    /// <summary>Its own id; one without, or with an empty one, is known by what it says.</summary>
    private static string IdOf(MimeMessage message, string text)
    {
        if (!string.IsNullOrWhiteSpace(message.MessageId))
        {
            return $"<{message.MessageId}>";
        }

        var said = $"{message.From}\n{message.Headers[HeaderId.Date]}\n{message.Subject}\n{text}";
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>Written by a program: a notice of absence, of failed delivery, a newsletter (RFC 3834, RFC 6522).</summary>
    private static bool IsAutomatic(MimeMessage message) =>
        message.Headers[HeaderId.AutoSubmitted] is { } way && !way.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || message.Body?.ContentType.IsMimeType("multipart", "report") == true;
}
