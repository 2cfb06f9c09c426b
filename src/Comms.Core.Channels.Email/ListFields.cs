using MimeKit;

namespace Comms.Core.Channels.Email;

/// <summary>The header fields of a list, in the form that its readers' programs act on.</summary>
internal static class ListFields
{
    public static IEnumerable<Header> Of(ListHeaders list, string recipient)
    {
        yield return new Header(HeaderId.ListId, $"<{list.Id}>");
        var oneClick = list.OneClick?.Replace("{recipient}", Uri.EscapeDataString(recipient), StringComparison.Ordinal);
        string?[] ways = [oneClick, list.Mailbox is { } mailbox ? "mailto:" + mailbox : null];
        var given = ways.Where(way => way is not null).Select(way => $"<{way}>").ToArray();
        if (given.Length > 0)
        {
            yield return new Header(HeaderId.ListUnsubscribe, string.Join(", ", given));
        }

        if (oneClick is not null)
        {
            yield return new Header(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
    }

    /// <summary>What is wrong with a list's fields; null when nothing is.</summary>
    public static string? FaultOf(ListHeaders list) =>
        list.Id.Length == 0 || !list.Id.All(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '-' or '_') ? $"'{list.Id}' is no name of a list, as bulletin.trust.example is."
        : list.OneClick is { } way && !IsHttps(way) ? $"'{way}' is no https address; programs leave a list over no other."
        : list.Mailbox is { } mailbox && MailAddress.Find(mailbox)?.Address != mailbox ? $"'{mailbox}' is no bare address of a mailbox."
        : null;

    private static bool IsHttps(string way) =>
        Uri.TryCreate(way.Replace("{recipient}", "x", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == "https" && !way.Any(each => each is '<' or '>' or ',' || char.IsWhiteSpace(each) || char.IsControl(each));
}
