using System.Net;
using MailKit.Security;

namespace Comms.Core.Channels.Email;

/// <summary>Where a mail server is and how it is reached: with TLS whose certificate is checked, but for this machine.</summary>
internal sealed record MailServer(string Host, int Port, SecureSocketOptions Security)
{
    /// <param name="address">As <c>smtps://mail.example</c>.</param>
    /// <param name="scheme"><c>smtp</c> or <c>imap</c>; with an s behind it for TLS from the start.</param>
    /// <param name="port">The port of the plain scheme.</param>
    /// <param name="securePort">The port of the other.</param>
    /// <exception cref="ArgumentException">It is no such address; the message says why.</exception>
    public static MailServer Parse(string address, string scheme, int port, int securePort)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0
            || uri.AbsolutePath.Trim('/').Length > 0 || (uri.Scheme != scheme && uri.Scheme != scheme + "s"))
        {
            throw new ArgumentException($"{Shown(address)} is no address of a server, as {scheme}s://mail.example is.", nameof(address));
        }

        var fromStart = uri.Scheme.Length > scheme.Length;
        var security = fromStart ? SecureSocketOptions.SslOnConnect : uri.IsLoopback ? SecureSocketOptions.None : SecureSocketOptions.StartTls;
        return new MailServer(uri.IdnHost, uri.Port > 0 ? uri.Port : fromStart ? securePort : port, security);
    }

    /// <summary>What has a user in it may have a password in it too.</summary>
    private static string Shown(string address) => address.Contains('@', StringComparison.Ordinal) ? "What has a user in it" : $"'{address}'";

    /// <summary>Who the user is to the server; null when it asks for none.</summary>
    /// <exception cref="ChannelException">The password is not there.</exception>
    public async ValueTask<NetworkCredential?> CredentialAsync(string? user, string? reference, ICredentialSource credentials, CancellationToken cancel)
    {
        if (user is null || reference is null)
        {
            return null;
        }

        var password = await credentials.NeedAsync(reference, Host, cancel).ConfigureAwait(false);
        return new NetworkCredential(user, password);
    }
}
