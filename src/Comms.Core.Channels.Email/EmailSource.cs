using System.Globalization;
using System.Runtime.CompilerServices;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Comms.Core.Channels.Email;

/// <summary>
/// What comes to a mailbox, oldest first. Reading marks nothing as read and moves nothing. A message that is deleted from the
/// mailbox was deleted by the team, not by who wrote it: it stays. Thread-safe.
/// </summary>
/// <remarks>Source: RFC 3501 (IMAP). Tried on Dovecot 2.3.</remarks>
public sealed class EmailSource : IMessageSource, IWakingSource, IPacedSource
{
    private const int PageSize = 50;

    /// <summary>A page of so many bytes ends, so that large attachments cannot keep it from ever being done in time.</summary>
    private const long PageBytes = 5_000_000;

    /// <summary>Servers may hang up on a client that idles for half an hour (RFC 2177).</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private readonly InboxOptions _options;
    private readonly MailServer _server;
    private readonly ICredentialSource _credentials;
    private readonly TimeProvider _clock;

    /// <summary>A source of one mailbox.</summary>
    /// <param name="id">The source's name in the configuration.</param>
    /// <param name="options">The server, the user and where the password is.</param>
    /// <param name="credentials">Where the password is asked for.</param>
    /// <param name="clock">For how long it waits at a time; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or the bound lies outside its range.</exception>
    public EmailSource(string id, InboxOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LargestMessage, 1_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LargestMessage, 100_000_000, nameof(options));
        _server = MailServer.Parse(options.Address, "imap", 143, 993);
        (_options, _credentials, _clock) = (options, credentials, clock ?? TimeProvider.System);
        Id = id;
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var client = new ImapClient();
        var folder = await AskAsync(() => OpenAsync(client, cancel)).ConfigureAwait(false);
        var cursor = InboxCursor.Parse(from, folder.UidValidity);
        var fresh = await AskAsync(() => FreshAsync(folder, cursor, cancel)).ConfigureAwait(false);
        foreach (var page in Pages(fresh))
        {
            var events = await AskAsync(() => PageAsync(folder, page, cancel)).ConfigureAwait(false);
            cursor = cursor.After(page[^1].UniqueId);
            yield return new SourcePage(events, cursor.ToSource());
        }

        await AskAsync(() => LeaveAsync(client, cancel)).ConfigureAwait(false);
    }

    /// <summary>Waits until the server says that something came (IDLE), or for nine minutes.</summary>
    /// <inheritdoc />
    public async ValueTask WaitAsync(CancellationToken cancel)
    {
        using var client = new ImapClient();
        var folder = await AskAsync(() => OpenAsync(client, cancel)).ConfigureAwait(false);
        using var done = new CancellationTokenSource(LongestIdle, _clock);
        folder.CountChanged += (_, _) => done.Cancel();
        if (client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await AskAsync(async () =>
            {
                await client.IdleAsync(done.Token, cancel).ConfigureAwait(false);
                return 0;
            }).ConfigureAwait(false);
        }
        else
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(done.Token, cancel);
            await Task.Delay(LongestIdle, _clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private async Task<IMailFolder> OpenAsync(ImapClient client, CancellationToken cancel)
    {
        await client.ConnectAsync(_server.Host, _server.Port, _server.Security, cancel).ConfigureAwait(false);
        var credential = await _server.CredentialAsync(_options.User, _options.Credential, _credentials, cancel).ConfigureAwait(false);
        await client.AuthenticateAsync(credential!, cancel).ConfigureAwait(false);
        var folder = await client.GetFolderAsync(_options.Folder, cancel).ConfigureAwait(false);
        await folder.OpenAsync(FolderAccess.ReadOnly, cancel).ConfigureAwait(false);
        return folder;
    }

    /// <summary>Those after the cursor. A server answers "from n on" with its last message even when that is older.</summary>
    private static async Task<IReadOnlyList<IMessageSummary>> FreshAsync(IMailFolder folder, InboxCursor cursor, CancellationToken cancel)
    {
        if (cursor.Last == uint.MaxValue)
        {
            return [];
        }

        var range = new UniqueIdRange(new UniqueId(cursor.Validity, cursor.Last + 1), UniqueId.MaxValue);
        var found = await folder.SearchAsync(SearchQuery.Uids(range), cancel).ConfigureAwait(false);
        var fresh = found.Where(message => message.Id > cursor.Last).ToArray();
        var known = fresh.Length == 0 ? [] : await folder.FetchAsync(
            fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancel).ConfigureAwait(false);
        return [.. known.OrderBy(summary => summary.UniqueId.Id)];
    }

    private static IEnumerable<IReadOnlyList<IMessageSummary>> Pages(IReadOnlyList<IMessageSummary> messages)
    {
        var (page, bytes) = (new List<IMessageSummary>(), 0L);
        foreach (var message in messages)
        {
            if (page.Count == PageSize || (page.Count > 0 && bytes + message.Size > PageBytes))
            {
                yield return page;
                (page, bytes) = ([], 0);
            }

            page.Add(message);
            bytes += message.Size ?? 0;
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }

    private async Task<IReadOnlyList<SourceEvent>> PageAsync(IMailFolder folder, IReadOnlyList<IMessageSummary> page, CancellationToken cancel)
    {
        var events = new List<SourceEvent>(page.Count);
        foreach (var summary in page)
        {
            events.Add(summary.Size > _options.LargestMessage
                ? new SourceEvent.Unreadable(Place(summary.UniqueId), $"it is larger than {_options.LargestMessage.ToString(CultureInfo.InvariantCulture)} bytes", "")
                : await EventAsync(folder, summary, cancel).ConfigureAwait(false));
        }

        return events;
    }

    private async ValueTask<SourceEvent> EventAsync(IMailFolder folder, IMessageSummary summary, CancellationToken cancel)
    {
        try
        {
            using var message = await folder.GetMessageAsync(summary.UniqueId, cancel).ConfigureAwait(false);
            return new SourceEvent.Posted(MailReader.Read(message, summary.InternalDate));
        }
        catch (FormatException fault)
        {
            return new SourceEvent.Unreadable(Place(summary.UniqueId), fault.Message, "");
        }
    }

    private string Place(UniqueId message) => string.Create(CultureInfo.InvariantCulture, $"{_options.Folder}, message {message.Id}");

    private static async Task<bool> LeaveAsync(ImapClient client, CancellationToken cancel)
    {
        await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>What the environment throws, as the one family that hosts know.</summary>
    private async ValueTask<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (MailKit.Security.AuthenticationException)
        {
            throw new ChannelException($"{_server.Host}: it does not know the user or the password; the account's credential needs a person");
        }
        catch (Exception fault) when (MailFaults.IsOfTheLine(fault) || fault is CommandException or FolderNotFoundException)
        {
            throw new ChannelException($"{_server.Host}: the mailbox cannot be read: {(fault is CommandException or FolderNotFoundException ? fault.Message : MailFaults.Words(fault))}", fault);
        }
    }
}
