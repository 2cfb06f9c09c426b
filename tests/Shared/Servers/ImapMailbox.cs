using System.Globalization;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Comms.Core.Tests.Servers;

/// <summary>A mailbox of a test's own on a real IMAP server (<c>tests/servers/up.sh</c>).</summary>
internal sealed class ImapMailbox
{
    public const string Password = "secret";

    private static int _made;

    public string Address { get; } = RealServer.Address("COMMS_TEST_IMAP", "imap");

    /// <summary>Nobody else's, on this run of the server.</summary>
    public string User { get; } = string.Create(
        CultureInfo.InvariantCulture, $"inbox-{Environment.ProcessId}-{TimeProvider.System.GetUtcNow().Ticks}-{Interlocked.Increment(ref _made)}");

    public async Task AddAsync(CancellationToken cancel, params IEnumerable<string> messages)
    {
        using var client = await OpenAsync(cancel);
        foreach (var message in messages)
        {
            using var bytes = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")));
            using var mail = await MimeMessage.LoadAsync(bytes, cancel);
            await client.Inbox!.AppendAsync(mail, MessageFlags.None, cancel);
        }

        await client.DisconnectAsync(quit: true, cancel);
    }

    /// <summary>How many the server counts as read.</summary>
    public async Task<int> SeenAsync(CancellationToken cancel)
    {
        using var client = await OpenAsync(cancel);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly, cancel);
        return (await client.Inbox.SearchAsync(MailKit.Search.SearchQuery.Seen, cancel)).Count;
    }

    private async Task<ImapClient> OpenAsync(CancellationToken cancel)
    {
        var uri = new Uri(Address);
        var client = new ImapClient();
        await client.ConnectAsync(uri.Host, uri.Port, SecureSocketOptions.None, cancel);
        await client.AuthenticateAsync(User, Password, cancel);
        return client;
    }
}
