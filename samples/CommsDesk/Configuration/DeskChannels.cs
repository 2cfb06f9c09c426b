using Comms.Core.Channels;
using Comms.Core.Channels.Bluesky;
using Comms.Core.Channels.Email;
using Comms.Core.Channels.Facebook;
using Comms.Core.Channels.Feeds;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Channels.Webhooks;
using Comms.Core.Channels.WordPress;
using Comms.Core.Channels.X;
using Comms.Core.Publishing;
using CommsDesk.Input;

namespace CommsDesk.Configuration;

/// <summary>The channels and sources that the desk makes of its configuration.</summary>
internal static class DeskChannels
{
    public const string Folder = "folder";
    public const string Email = "email";
    public const string Assisted = "assisted";

    /// <summary>A webhook of one's own, which is signed.</summary>
    private const string Webhook = "webhook";
    private const string Slack = "slack";
    private const string Teams = "teams";
    private const string Bluesky = "bluesky";
    private const string Mastodon = "mastodon";
    private const string WordPress = "wordpress";
    private const string X = "x";
    private const string Facebook = "facebook";

    /// <summary>Files are named by their whole path: the reader of the configuration sees to it.</summary>
    private static readonly FileCredentials Secrets = new(Path.GetTempPath());

    /// <summary>Folders answer at once: what a killed run had claimed is soon free again.</summary>
    private static readonly PublishingOptions Near = new()
    {
        Lease = TimeSpan.FromSeconds(12),
        SendTimeout = TimeSpan.FromSeconds(3),
        Settle = TimeSpan.FromSeconds(1),
    };

    /// <summary>Servers need longer.</summary>
    private static readonly PublishingOptions Far = new()
    {
        Lease = TimeSpan.FromSeconds(40),
        SendTimeout = TimeSpan.FromSeconds(10),
        Settle = TimeSpan.FromSeconds(2),
    };

    public static IReadOnlyList<string> Known { get; } = [Folder, Bluesky, Mastodon, X, Facebook, WordPress, Email, Webhook, Slack, Teams, Assisted];

    /// <summary>Those whose secret does not tell the account.</summary>
    public static IReadOnlyList<string> NeedUser { get; } = [Bluesky, WordPress, Facebook];

    /// <summary>Those that are a server somewhere.</summary>
    public static bool IsRemote(string channel) => channel is not (Folder or Assisted) && channel.Length > 0;

    /// <summary>Those whose address stands in the configuration; that of Slack and Teams is their secret.</summary>
    public static bool HasAddress(string channel) => IsRemote(channel) && channel is not (Slack or Teams);

    /// <summary>Those of one platform in one place.</summary>
    public static bool KnowsAddress(string channel) => channel is X or Facebook;

    public static PublishingOptions Publishing(DeskConfig config) => (config.Accounts.Any(account => IsRemote(account.Channel)) ? Far : Near) with
    {
        Quotas = config.Accounts.Where(account => account.Quota is not null).ToDictionary(account => account.Id, account => account.Quota!, StringComparer.Ordinal),
    };

    /// <summary>What is wrong with where an account is and who it writes to; null when nothing is.</summary>
    public static string? FaultOf(AccountConfig account) => account switch
    {
        { Channel: Assisted } => Try(() => new AssistedChannel(Assisted, account.Platform)),
        { Channel: X, Credential: not null } => Try(() => new XChannel(X, XAccount(account), Secrets)),
        { Channel: Facebook, Credential: not null, User: not null } => Try(() => new FacebookChannel(Facebook, FacebookAccount(account), Secrets)),
        { Address: null } => null,
        { Email: null } => FaultOf(account.Address),
        _ => Try(() => new EmailChannel(Email, EmailAccount(account), Secrets)),
    };

    /// <summary>What is wrong with a mailbox; null when nothing is.</summary>
    public static string? FaultOf(MailboxConfig mailbox) => Try(() => new EmailSource("mailbox", Inbox(mailbox), Secrets));

    /// <summary>What is wrong with a feed; null when nothing is.</summary>
    public static string? FaultOf(FeedConfig feed) => Try(() => new FeedSource("feed", Feed(feed)));

    private static string? FaultOf(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? "must be the address of a server"
        : uri.Scheme == "http" && !uri.IsLoopback ? "plain http is taken for this machine only"
        : null;

    public static IChannel Channel(AccountConfig account, TimeProvider clock) => account.Channel switch
    {
        Bluesky => new BlueskyChannel(account.Id, BlueskyAccount(account), Secrets, clock),
        Mastodon => new MastodonChannel(account.Id, MastodonAccount(account), Secrets, clock),
        X => new XChannel(account.Id, XAccount(account), Secrets, clock),
        Facebook => new FacebookChannel(account.Id, FacebookAccount(account), Secrets, clock),
        WordPress => new WordPressChannel(
            account.Id, new WordPressOptions { Address = account.Address!, User = account.User!, Credential = account.Credential! }, Secrets, clock),
        Webhook => Hook(account, WebhookForm.Signed, clock),
        Slack => Hook(account, WebhookForm.Slack, clock),
        Teams => Hook(account, WebhookForm.Teams, clock),
        Assisted => new AssistedChannel(account.Id, account.Platform, account.Task, clock),
        Email => new EmailChannel(account.Id, EmailAccount(account), Secrets),
        _ => new FolderChannel(account.Id, new FolderChannelOptions { Path = account.Path!, MaxLength = account.MaxLength }),
    };

    /// <exception cref="ConfigException">It names an account that is not there, or one that nobody can be heard on.</exception>
    public static IMessageSource Source(SourceConfig source, DeskConfig config, TimeProvider clock)
    {
        if (source.Path is { } path)
        {
            var id = Answering(source, config) ?? Path.GetFileName(path);
            return source.IsFolder
                ? new FolderSource(id, path, source.Mapping!, config.Zone, clock)
                : new FileSource(id, RowInput.From(path, format: null, source.TextColumn is not null), source.TextColumn, clock, source.Mapping, config.Zone);
        }

        if (source.Mailbox is { } mailbox)
        {
            return new EmailSource(Answering(source, config, Email) ?? mailbox.User, Inbox(mailbox), Secrets, clock);
        }

        if (source.Feed is { } feed)
        {
            return new FeedSource(feed.Address, Feed(feed), clock);
        }

        var account = config.Accounts.FirstOrDefault(account => account.Id == source.Account)
            ?? throw new ConfigException($"sources: there is no account '{source.Account}'");
        return account.Channel switch
        {
            Bluesky => new BlueskySource(account.Id, BlueskyAccount(account), Secrets),
            Mastodon => new MastodonSource(account.Id, MastodonAccount(account), Secrets),
            X => new XSource(account.Id, XAccount(account), Secrets, clock),
            Facebook => new FacebookSource(account.Id, FacebookAccount(account), Secrets, clock),
            _ => throw new ConfigException($"sources: on '{account.Id}', which is a {account.Channel}, nobody can be heard"),
        };
    }

    /// <summary>The account that answers what a mailbox or a file brings, whose id the source then has; null where none does.</summary>
    /// <exception cref="ConfigException">It is not there, or cannot.</exception>
    private static string? Answering(SourceConfig source, DeskConfig config, string? channel = null) =>
        source.Account is not { } id || config.Accounts.Any(account => account.Id == id && account.Channel == (channel ?? account.Channel)) ? source.Account
        : throw new ConfigException($"sources: there is no account '{id}'{(channel is null ? "" : $" of {channel}")} to answer what comes there");

    /// <summary>What the adapter says of its options: it knows its addresses best.</summary>
    private static string? Try(Func<object> make)
    {
        try
        {
            (make() as IDisposable)?.Dispose();
            return null;
        }
        catch (ArgumentException fault)
        {
            return fault.Message.Split(" (Parameter", 2)[0];
        }
    }

    private static EmailOptions EmailAccount(AccountConfig account) => new()
    {
        Address = account.Address!,
        From = account.Email!.From,
        To = account.Email.To,
        ReplyTo = account.Email.ReplyTo,
        User = account.User,
        Credential = account.Credential,
    };

    private static InboxOptions Inbox(MailboxConfig mailbox) => new() { Address = mailbox.Address, User = mailbox.User, Credential = mailbox.Credential };

    private static WebhookChannel Hook(AccountConfig account, WebhookForm form, TimeProvider clock)
    {
        var options = new WebhookOptions { Form = form, Address = account.Address, Credential = account.Credential!, AtLeastOnce = account.AtLeastOnce };
        return new WebhookChannel(account.Id, options, Secrets, clock);
    }

    private static FeedOptions Feed(FeedConfig feed) => new() { Address = feed.Address, Kind = feed.Kind ?? "public" };

    private static BlueskyOptions BlueskyAccount(AccountConfig account) =>
        new() { Address = account.Address!, User = account.User!, Credential = account.Credential! };

    private static MastodonOptions MastodonAccount(AccountConfig account) => new() { Address = account.Address!, Credential = account.Credential! };

    private static XOptions XAccount(AccountConfig account)
    {
        var options = new XOptions { Credential = account.Credential!, ClientId = account.App?.Id, ClientSecret = account.App?.Secret };
        return account.Address is { } address ? options with { Address = address } : options;
    }

    private static FacebookOptions FacebookAccount(AccountConfig account)
    {
        var options = new FacebookOptions { Page = account.User!, Credential = account.Credential!, AppId = account.App?.Id, AppSecret = account.App?.Secret };
        return account.Address is { } address ? options with { Address = address } : options;
    }
}
