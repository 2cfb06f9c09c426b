using Comms.Core.Channels;
using Comms.Core.Channels.Email;
using Comms.Core.Ledger;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Recordings;

/// <summary>E-mail out and back against recorded sessions with real servers, and the same sessions anew where these are there: see <see cref="RecordedChannelTests"/>.</summary>
public sealed class RecordedMailTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_goes_out_as_to_a_real_server()
    {
        var session = RecordingFile.Read<MailSession>("smtp");
        using var server = new MailReplay(session, "smtp");

        var fault = await Record.ExceptionAsync(() => SendAsync(server.Address));

        Assert.Empty(server.Faults);
        Assert.Null(fault);
        Assert.Equal(session.Connections.Count, server.Connections);
    }

    [Fact]
    public async Task A_mailbox_is_read_as_of_a_real_server()
    {
        var session = RecordingFile.Read<MailSession>("imap");
        using var server = new MailReplay(session, "imap");

        var fault = await Record.ExceptionAsync(() => ReadAsync(server.Address, session.User!));

        Assert.Empty(server.Faults);
        Assert.Null(fault);
        Assert.Equal(session.Connections.Count, server.Connections);
    }

    [Fact]
    public async Task The_recording_of_SMTP_is_true()
    {
        using var server = await SmtpServer.StartAsync(Cancel);
        using var proxy = new MailProxy(server.Address);

        await SendAsync(proxy.Address);

        Check("smtp", new MailSession("smtp-server", User: null, proxy.Connections));
    }

    [Fact]
    public async Task The_recording_of_IMAP_is_true()
    {
        var mailbox = new ImapMailbox();
        await mailbox.AddAsync(Cancel, Mail(1, "Flu clinic", "When are you open?"), Mail(2, "Thank you", "The ward was lovely."));
        using var proxy = new MailProxy(mailbox.Address);

        await ReadAsync(proxy.Address, mailbox.User);

        Check("imap", new MailSession("Dovecot", mailbox.User, proxy.Connections));
    }

    /// <summary>One to each of two readers.</summary>
    private static async Task SendAsync(string address)
    {
        var options = new EmailOptions { Address = address, From = "Comms team <comms@trust.test>", To = ["ann@example.test", "bob@example.test"] };
        var credentials = new FixedCredentials(secret: null);
        var channel = new EmailChannel("account", options, credentials);
        foreach (var reader in options.To)
        {
            var context = new SendContext
            {
                Key = new DeliveryKey("0123456789abcdef0123456789abcde" + reader[0]),
                CreatedAt = Written,
                Deadline = Written.AddMinutes(1),
                Media = new InMemoryMediaStore(),
                Credentials = credentials,
                Recipient = reader,
            };
            var prepared = await channel.PrepareAsync(new Rendition { Account = "account", Text = "Flu clinic\n\nBore da! 9–5 today & “free” for over-65s" }, context, Cancel);
            Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, context.Key, context, Cancel));
        }
    }

    private static async Task ReadAsync(string address, string user)
    {
        var source = new EmailSource("inbox", new InboxOptions { Address = address, User = user, Credential = "env:PASSWORD" }, new FixedCredentials(ImapMailbox.Password));

        var items = await source.ReadAsync(SourceCursor.Start, Cancel).SelectMany(page => page.Events.OfType<SourceEvent.Posted>()).Select(posted => posted.Item).ToListAsync(Cancel);

        Assert.Equal(["Flu clinic\n\nWhen are you open?", "Thank you\n\nThe ward was lovely."], items.Select(item => item.Text));
        Assert.All(items, item => Assert.Equal(Written, item.At));
    }

    private static void Check(string name, MailSession session)
    {
        if (!RecordingFile.Keep(name, session.Nameless()))
        {
            Assert.Equal(RecordingFile.Read<MailSession>(name).Shape(), session.Shape());
        }
    }

    private static string Mail(int number, string subject, string words) =>
        $"From: Ann Jones <ann@example.test>\nTo: pals@trust.test\nDate: Mon, 23 Nov 2026 09:00:00 +0000\nMessage-ID: <{number}@example.test>\nSubject: {subject}\n\n{words}\n";
}
