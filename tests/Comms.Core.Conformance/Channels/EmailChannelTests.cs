using System.Text;
using Comms.Core.Channels;
using Comms.Core.Channels.Email;
using Comms.Core.Documents;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using MimeKit;
using Xunit;

namespace Comms.Core.Conformance.Channels;

/// <summary>Against a real SMTP server (<c>tests/servers/up.sh</c>), one for each fact, that fails when told to.</summary>
public sealed class EmailChannelTests : ChannelConformance, IAsyncLifetime
{
    private SmtpServer server = null!;

    protected override bool TakesThreads => false;

    protected override string Recipient => "ann@example.test";

    private EmailOptions Options => new() { Address = server.Address, From = "Comms team <comms@trust.test>", To = ["Ann <ann@example.test>"] };

    private EmailOptions WithUser => Options with { User = "comms", Credential = "env:PASSWORD" };

    public async ValueTask InitializeAsync() => server = await SmtpServer.StartAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_arrives_is_byte_for_byte_what_was_frozen()
    {
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Flu clinic\n\nBore da – “free” for over-65s 💉\n.\nA line with one dot."), Context(), Cancel);

        await channel.SendAsync(prepared, Context().Key, Context(), Cancel);

        Assert.Equal(Encoding.Latin1.GetString(prepared.Bytes.Span), Assert.Single(await server.MailsAsync(Cancel)).Raw);
    }

    [Fact]
    public async Task The_receipt_is_the_messages_own_id()
    {
        var sent = Assert.IsType<SendOutcome.Accepted>(await SendAsync(Options, "Hello"));

        var message = await OnlyMailAsync();
        Assert.Equal($"<{Context().Key}@trust.test>", sent.Receipt.Id);
        Assert.Equal(sent.Receipt.Id, $"<{message.MessageId}>");
        Assert.Equal(Context().CreatedAt, message.Date);
    }

    [Theory]
    [InlineData("421-connect", "421")]
    [InlineData("452-mail", "452")]
    [InlineData("450-rcpt", "450")]
    [InlineData("451-data", "451")]
    public async Task A_passing_refusal_had_no_effect(string fault, string code)
    {
        await server.FailAsync(Cancel, fault);

        var outcome = Assert.IsType<SendOutcome.NotSent>(await SendAsync(Options, "Hello"));

        Assert.Contains(code, outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(await server.MailsAsync(Cancel));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(Options, "Hello"));
    }

    [Fact]
    public async Task A_refused_message_is_refused_for_good_and_no_address_is_quoted()
    {
        await server.FailAsync(Cancel, "554-data");

        var outcome = Assert.IsType<SendOutcome.Rejected>(await SendAsync(Options, "Hello"));

        Assert.Equal("127.0.0.1: the server answered 554 5.7.1 to the message", outcome.Reason);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_refused_for_good()
    {
        var options = Options with { To = ["unknown@example.test"] };

        var outcome = Assert.IsType<SendOutcome.Rejected>(await SendAsync(options, "Hello", "unknown@example.test"));

        Assert.Equal("127.0.0.1: the server answered 550 5.1.1 to the recipient", outcome.Reason);
    }

    [Theory]
    [InlineData("stored-after-data", 1)]
    [InlineData("lost-after-data", 0)]
    public async Task An_answer_lost_after_the_final_dot_leaves_the_outcome_open(string fault, int stored)
    {
        await server.FailAsync(Cancel, fault);

        await Assert.ThrowsAnyAsync<Exception>(async () => await SendAsync(Options, "Hello"));

        Assert.Equal(stored, (await server.MailsAsync(Cancel)).Count);
        Assert.IsNotAssignableFrom<IReadBack>(await OpenAsync());
    }

    [Fact]
    public async Task A_server_that_is_not_there_had_no_effect()
    {
        var outcome = await SendAsync(Options with { Address = "smtp://127.0.0.1:1" }, "Hello");

        Assert.IsType<SendOutcome.NotSent>(outcome);
    }

    [Fact]
    public async Task A_wrong_password_needs_a_person_and_is_quoted_nowhere()
    {
        var outcome = Assert.IsType<SendOutcome.NotSent>(await SendAsync(WithUser, "Hello", credentials: new FixedCredentials("not-the-secret")));

        Assert.Contains("credential needs a person", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_password_lets_it_in() =>
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(WithUser, "Hello", credentials: new FixedCredentials("secret")));

    [Fact]
    public async Task Who_has_left_the_list_meanwhile_hears_nothing()
    {
        var outcome = await SendAsync(Options with { To = ["bob@example.test"] }, "Hello");

        Assert.Equal("they have left the list", Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
        Assert.Empty(await server.MailsAsync(Cancel));
    }

    [Fact]
    public async Task A_list_tells_programs_how_to_leave_it()
    {
        var list = new ListHeaders { Id = "bulletin.trust.test", OneClick = "https://trust.test/leave?who={recipient}", Mailbox = "leave@trust.test" };

        await SendAsync(Options with { List = list, ReplyTo = "answers@trust.test" }, "Hello");

        var message = await OnlyMailAsync();
        Assert.Equal("<bulletin.trust.test>", message.Headers[HeaderId.ListId]);
        Assert.Equal("<https://trust.test/leave?who=ann%40example.test>, <mailto:leave@trust.test>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("answers@trust.test", message.ReplyTo.ToString());
    }

    [Fact]
    public async Task An_answer_goes_to_who_is_answered_alone_and_into_their_thread()
    {
        var options = Options with { List = new ListHeaders { Id = "bulletin.trust.test", Mailbox = "leave@trust.test" } };
        var channel = new EmailChannel("account", options, Credentials);
        var answer = Post("The clinic is open.") with { InReplyTo = "<1@example.test>", AnswerTo = "zoe@example.test" };
        var context = Context() with { Recipient = "zoe@example.test" };
        var prepared = await channel.PrepareAsync(answer, context, Cancel);

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, context.Key, context, Cancel));
        var message = await OnlyMailAsync();
        Assert.Equal(["zoe@example.test"], Assert.Single(await server.MailsAsync(Cancel)).To);
        Assert.Equal(("1@example.test", "1@example.test"), (message.InReplyTo, Assert.Single(message.References)));
        Assert.Null(message.Headers[HeaderId.ListId]);
    }

    [Fact]
    public async Task A_page_is_its_subject_its_html_and_its_words()
    {
        var page = new Document { Title = "Your week at Willow ward", Blocks = [new Heading("Praise"), new MessageCard("Staff were kind", "@ann", "https://social.example/1")] };
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post(DocumentRenderer.Render(page, DocumentFormat.PlainText)) with { Document = page }, Context(), Cancel);

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        var message = await OnlyMailAsync();
        Assert.Equal(page.Title, message.Subject);
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.PlainText), message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.Email), message.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_has_no_id_of_its_own_is_answered_by_hand()
    {
        var answer = Post("Hello") with { InReplyTo = "0f3a", AnswerTo = Recipient };
        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await (await OpenAsync()).PrepareAsync(answer, Context(), Cancel));
        Assert.Contains("answer it by hand", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_cannot_smuggle_a_header_in()
    {
        await SendAsync(Options, "Clinic\rBcc: everyone@example.test\n\nOpen today.");

        var message = await OnlyMailAsync();
        Assert.Empty(message.Bcc);
        Assert.Equal("Clinic Bcc: everyone@example.test", message.Subject);
        Assert.Equal([Recipient], Assert.Single(await server.MailsAsync(Cancel)).To);
    }

    protected override async ValueTask<bool> FailNextAsync(ChannelFault fault)
    {
        var name = fault switch { ChannelFault.LostAnswer => "stored-after-data", ChannelFault.LostRequest => "lost-after-data", _ => null };
        if (name is not null)
        {
            await server.FailAsync(Cancel, name);
        }

        return name is not null;
    }

    protected override ValueTask<IChannel> OpenAsync() => ValueTask.FromResult<IChannel>(new EmailChannel("account", Options, Credentials));

    protected override async ValueTask<IReadOnlyList<ShownPost>> ShownAsync() =>
    [
        .. (await server.MailsAsync(Cancel)).Select(mail => Parse(mail.Raw)).Select(message => new ShownPost(
            message.TextBody!.Split("\n\n[")[0].TrimEnd(), [.. message.BodyParts.OfType<MimePart>().Select(part => part.ContentDescription).OfType<string>()])),
    ];

    private static MimeMessage Parse(string raw) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(raw)), Cancel);

    private async Task<MimeMessage> OnlyMailAsync() => Parse(Assert.Single(await server.MailsAsync(Cancel)).Raw);

    private async Task<SendOutcome> SendAsync(EmailOptions options, string text, string? recipient = null, ICredentialSource? credentials = null)
    {
        var channel = new EmailChannel("account", options, credentials ?? Credentials);
        var context = Context() with { Recipient = recipient ?? Recipient };
        var prepared = await channel.PrepareAsync(Post(text), context, Cancel);
        return await channel.SendAsync(prepared, context.Key, context, Cancel);
    }
}
