using System.Globalization;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Comms.Core.Channels.Email;

/// <summary>
/// Hands one message to the server. Whatever fails before the server has taken the recipient provably had no effect; after
/// that only the server's own word counts, and a fault without one leaves as it is: nobody can tell.
/// </summary>
internal sealed partial class SmtpSender(MailServer server, EmailOptions options, MailboxAddress from, ICredentialSource credentials)
{
    /// <summary>How messages are written: as they travel.</summary>
    public static FormatOptions Format { get; } = NewFormat();

    public async ValueTask<SendOutcome> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var client = new WatchedClient();
        try
        {
            await ConnectAsync(client, cancel).ConfigureAwait(false);
            await client.SendAsync(Format, message, from, message.To.Mailboxes, cancel).ConfigureAwait(false);
            await LeaveAsync(client, cancel).ConfigureAwait(false);
            return new SendOutcome.Accepted(new Receipt($"<{message.MessageId}>"));
        }
        catch (SmtpCommandException fault)
        {
            return Refusal(fault);
        }
        catch (AuthenticationException)
        {
            return new SendOutcome.NotSent($"{server.Host}: it does not know the user or the password; the account's credential needs a person");
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }
        catch (Exception fault) when (!client.HandsOver && (MailFaults.IsOfTheLine(fault) || fault is OperationCanceledException))
        {
            return new SendOutcome.NotSent($"{server.Host}: {MailFaults.Words(fault)}, before anything was handed over");
        }
    }

    private async ValueTask ConnectAsync(SmtpClient client, CancellationToken cancel)
    {
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancel).ConfigureAwait(false);
        if (await server.CredentialAsync(options.User, options.Credential, credentials, cancel).ConfigureAwait(false) is { } credential)
        {
            await client.AuthenticateAsync(credential, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The message is the server's by now: a farewell that fails takes nothing back.</summary>
    private static async ValueTask LeaveAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (MailFaults.IsOfTheLine(fault) || fault is CommandException or OperationCanceledException)
        {
            client.Dispose();
        }
    }

    /// <summary>A 4xx has no effect now, a 5xx none ever. Servers quote addresses in their words, so that only the codes are kept.</summary>
    private SendOutcome Refusal(SmtpCommandException fault)
    {
        var code = (int)fault.StatusCode;
        var detail = EnhancedCode().Match(fault.Message) is { Success: true } match ? " " + match.Value : "";
        var said = string.Create(CultureInfo.InvariantCulture, $"{server.Host}: the server answered {code}{detail} {Of(fault.ErrorCode)}");
        return code is >= 500 and not (530 or 534 or 535 or 538)
            ? new SendOutcome.Rejected(said)
            : new SendOutcome.NotSent(code >= 500 ? said + "; the account's credential needs a person" : said);
    }

    private static string Of(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.SenderNotAccepted => "to the sender",
        SmtpErrorCode.RecipientNotAccepted => "to the recipient",
        SmtpErrorCode.MessageNotAccepted => "to the message",
        _ => "before the message",
    };

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();

    /// <summary>Knows whether the message itself may have begun to leave.</summary>
    private sealed class WatchedClient : SmtpClient
    {
        public bool HandsOver { get; private set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            HandsOver = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}
