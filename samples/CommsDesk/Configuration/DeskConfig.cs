using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Cases.Alerts;
using Comms.Core.Cases.Consultations;
using Comms.Core.Governance;
using Comms.Core.Governance.Retention;
using Comms.Core.Listening.Topics;
using Comms.Core.Publishing;
using Comms.Core.Reshares;
using Comms.Core.Scheduling;
using CommsDesk.Input;

namespace CommsDesk.Configuration;

/// <summary>The desk's configuration, checked. Paths are absolute.</summary>
internal sealed record DeskConfig
{
    public string Zone { get; init; } = "Europe/London";

    public string Nation { get; init; } = "england";

    public string Sqlite { get; init; } = "comms.db";

    /// <summary>The connection of a ledger that several desks share, or <c>env:NAME</c>; null for a file of this desk.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>The folder that remembers outside the ledger how far the sends have come; null for none.</summary>
    public string? Marker { get; init; }

    public IReadOnlyList<Actor> Actors { get; init; } =
    [
        new("writer", ["author"]),
        new("approver", ["approver", "publisher"]),
    ];

    public IReadOnlyList<AccountConfig> Accounts { get; init; } = [];

    public IReadOnlyList<SourceConfig> Sources { get; init; } = [];

    /// <summary>The team's slots.</summary>
    public SlotGrid Slots { get; init; } = new();

    /// <summary>What else a post's time is held to.</summary>
    public SchedulingRules Scheduling { get; init; } = new();

    /// <summary>Who is told at once of an emergency.</summary>
    public OnCallOptions OnCall { get; init; } = new();

    /// <summary>Which cases only some roles see.</summary>
    public IReadOnlyList<CaseRestriction> CaseRestrictions { get; init; } = [];

    /// <summary>The languages in which everything is published together.</summary>
    public IReadOnlyList<string> PublishTogether { get; init; } = [];

    /// <summary>Whether a picture needs a consent that is recorded, or that it shows nobody.</summary>
    public bool PictureConsentRequired { get; init; }

    /// <summary>How long words are kept that nobody asked to erase.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>What an approval takes.</summary>
    public ApprovalOptions Approval { get; init; } = new();

    /// <summary>Whose posts are passed on, and with which words.</summary>
    public ReshareOptions Reshares { get; init; } = new();

    /// <summary>What is added to links to the team's own pages.</summary>
    public LinkTracking Tracking { get; init; } = new();

    /// <summary>What the public is asked.</summary>
    public IReadOnlyList<Consultation> Consultations { get; init; } = [];

    /// <summary>What the team watches for.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The exercise that is played from here; null on an ordinary day.</summary>
    public ExerciseConfig? Exercise { get; init; }

    /// <summary>The policy's file; null for the one that ships.</summary>
    public string? Policy { get; init; }

    /// <summary>The file of what stands behind the plan; null for none.</summary>
    public string? Plan { get; init; }

    /// <summary>The Welsh half of a post for some accounts; null where there are no such words.</summary>
    public PairedText? Welsh(string? words, IReadOnlyList<string> accounts, string? warning = null) => words is null ? null : new PairedText
    {
        Text = words,
        Warning = warning,
        Accounts = Accounts.Where(account => account.Welsh is not null && accounts.Contains(account.Id)).ToDictionary(account => account.Id, account => account.Welsh!),
    };
}

/// <summary>An account of the configuration.</summary>
internal sealed record AccountConfig(string Id, string Channel, string? Path, int? MaxLength)
{
    /// <summary>The server's address; null for a channel that has none.</summary>
    public string? Address { get; init; }

    /// <summary>Where the secret is found, as <c>env:NAME</c> or <c>file:/path</c>.</summary>
    public string? Credential { get; init; }

    /// <summary>The account's name on the server, or a Page's id; null where the secret tells it.</summary>
    public string? User { get; init; }

    /// <summary>The app by which tokens are renewed; null where they are not.</summary>
    public AppConfig? App { get; init; }

    /// <summary>Whether a post in doubt is sent again, and may stand twice.</summary>
    public bool AtLeastOnce { get; init; }

    /// <summary>Where a person posts by hand; null for a place that sets no limits.</summary>
    public string? Platform { get; init; }

    /// <summary>What that person is to do; null for the usual words.</summary>
    public string? Task { get; init; }

    /// <summary>How many posts it may send in a span; null for any number.</summary>
    public Quota? Quota { get; init; }

    /// <summary>What an account of e-mail is; null on any other.</summary>
    public EmailConfig? Email { get; init; }

    /// <summary>The account on which the Welsh half of its posts stands; null where that stands with the English one.</summary>
    public string? Welsh { get; init; }
}

/// <summary>An app of a platform, and where its secret is found; null for one that has none.</summary>
internal sealed record AppConfig(string Id, string? Secret);

/// <summary>Where an exercise of several desks is kept: a database's connection, or <c>env:NAME</c>, and a schema of its own.</summary>
internal sealed record ExerciseConfig(string PostgreSql, string Schema)
{
    public const string UsualSchema = "exercise";
}

/// <summary>Who writes to whom.</summary>
internal sealed record EmailConfig(string From, IReadOnlyList<string> To, string? ReplyTo);

/// <summary>A source of the configuration: a file or folder of messages, what comes to an account, a mailbox and the account that answers it, or a feed.</summary>
internal sealed record SourceConfig(string? Path, string? TextColumn, string? Account = null, MailboxConfig? Mailbox = null, FeedConfig? Feed = null)
{
    /// <summary>By which names the fields stand in the file; null where they have the desk's own.</summary>
    public ColumnMapping? Mapping { get; init; }

    /// <summary>Whether the path is a folder of files.</summary>
    public bool IsFolder { get; init; }
}

/// <summary>A feed to be read, and who its items count as.</summary>
internal sealed record FeedConfig(string Address, string? Kind);

/// <summary>A mailbox to be read.</summary>
internal sealed record MailboxConfig(string Address, string User, string Credential);
