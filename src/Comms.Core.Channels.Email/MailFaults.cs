using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace Comms.Core.Channels.Email;

/// <summary>Which faults are the line's, whatever travels on it.</summary>
internal static class MailFaults
{
    /// <summary>What went wrong, in words for the team.</summary>
    public static string Words(Exception fault) => fault switch
    {
        SslHandshakeException => "its certificate is not trusted",
        NotSupportedException => "it offers no TLS",
        SocketException => "it cannot be reached",
        OperationCanceledException or TimeoutException => "it took too long",
        _ => "the line broke",
    };

    public static bool IsOfTheLine(Exception fault) => fault is IOException or SocketException or ProtocolException or SslHandshakeException
        or ServiceNotConnectedException or TimeoutException or NotSupportedException;
}
