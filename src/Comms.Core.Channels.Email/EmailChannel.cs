using MimeKit;

namespace Comms.Core.Channels.Email;

/// <summary>
/// Sends e-mail: one message for each recipient, under an id made of its delivery's key. When the server's last word is
/// lost, nobody can tell whether the message went out: a person decides, and nothing is sent again by itself. Recipients
/// are served one after another, each over a connection of its own: a list of many thousands belongs to a service for lists.
/// An answer to a message of the mailbox with the same id (<see cref="EmailSource"/>) goes to who wrote it and to nobody
/// else, in their thread. Thread-safe.
/// </summary>
/// <remarks>Sources: RFC 5321 (SMTP), RFC 1047 (the lost answer), RFC 5322 (messages). Tried on smtp-server 3.</remarks>
public sealed class EmailChannel : IDocuments, IRecipients, IReplies
{
    private const int MostFiles = 20;

    private readonly EmailOptions _options;
    private readonly ICredentialSource _credentials;
    private readonly IMailingList _list;
    private readonly MailComposer _composer;
    private readonly SmtpSender _sender;

    /// <summary>A channel to the readers of one list.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">Who writes, through which server, and where the secrets are.</param>
    /// <param name="credentials">Where secrets are asked for.</param>
    /// <param name="list">Who receives it; null for <see cref="EmailOptions.To"/>.</param>
    /// <exception cref="ArgumentException">An address is none, or a list's fields cannot be sent.</exception>
    public EmailChannel(string id, EmailOptions options, ICredentialSource credentials, IMailingList? list = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        var from = MailAddress.Parse(options.From, nameof(EmailOptions.From));
        var replyTo = options.ReplyTo is { } reply ? MailAddress.Parse(reply, nameof(EmailOptions.ReplyTo)) : null;
        if (options.List is { } fields && ListFields.FaultOf(fields) is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _options = options;
        _credentials = credentials;
        _list = list ?? new FixedList([.. options.To.Select(to => MailAddress.Parse(to, nameof(EmailOptions.To)).Address)]);
        _composer = new MailComposer(from, replyTo, options.List);
        _sender = new SmtpSender(MailServer.Parse(options.Address, "smtp", 587, 465), options, from, credentials);
        Account = new ChannelAccount { Id = id, Channel = "email", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>False: an answer finds its reader by address.</summary>
    public bool NamesWhoIsAnswered => false;

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(new ChannelTraits
    {
        Version = "email/1",
        Source = "https://www.rfc-editor.org/rfc/rfc5321",
        Checked = new DateOnly(2026, 11, 28),
        MaxMedia = MostFiles,
        Idempotency = IdempotencyClass.None,
    });

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel) => _list.ReadAsync(cancel);

    /// <summary>Makes the message's bytes. Nothing leaves this machine.</summary>
    /// <exception cref="ChannelException">Nobody is on the list, the recipient's address is none, what is answered has no id, or a file or key is missing.</exception>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        var recipient = context.Recipient ?? throw new ChannelException($"{Account.Id}: nobody is on the list");
        var to = MailAddress.Find(recipient) ?? throw new ChannelException($"{Account.Id}: what stands on the list is no address");
        var message = await _composer.ComposeAsync(rendition, to, context, cancel).ConfigureAwait(false);
        if (_options.Dkim is { } dkim)
        {
            await Signature.SignAsync(message, dkim, _credentials, cancel).ConfigureAwait(false);
        }

        using var bytes = new MemoryStream();
        await message.WriteToAsync(SmtpSender.Format, bytes, cancel).ConfigureAwait(false);
        return new PreparedPost { Bytes = bytes.ToArray() };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(context);
        using var bytes = new MemoryStream(post.Bytes.ToArray());
        using var message = await MimeMessage.LoadAsync(bytes, cancel).ConfigureAwait(false);
        try
        {
            if (message.InReplyTo is null && !(await _list.ReadAsync(cancel).ConfigureAwait(false)).Contains(context.Recipient, StringComparer.OrdinalIgnoreCase))
            {
                return new SendOutcome.Rejected("they have left the list");
            }
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }

        return await _sender.SendAsync(message, cancel).ConfigureAwait(false);
    }
}
