using Comms.Core.Authoring;
using Comms.Core.Calendars;
using Comms.Core.Cases;
using Comms.Core.Governance;
using Comms.Core.Governance.Retention;

namespace CommsDesk.Configuration;

/// <summary>Reads the configuration's JSON. Relative paths are taken from the configuration's own folder.</summary>
internal sealed class DeskConfigReader(string file, string folder)
{
    public static readonly string[] Nations = ["england", "wales", "scotland", "northern-ireland"];
    private readonly List<string> _faults = [];

    /// <exception cref="ConfigException">Something is wrong; every fault is named.</exception>
    public static DeskConfig Read(string path) =>
        new DeskConfigReader(path, Path.GetDirectoryName(Path.GetFullPath(path))!).Parse(File.ReadAllText(path));

    public DeskConfig Parse(string json)
    {
        var root = JsonWalk.Parse(json, _faults);
        var config = root is null ? new DeskConfig() : Root(root);
        return _faults.Count == 0 ? config : throw new ConfigException(file, _faults);
    }

    private DeskConfig Root(JsonWalk root)
    {
        root.Allow("zone", "nation", "ledger", "actors", "accounts", "sources", "policy", "plan", "scheduling", "onCall", "restrictedCases", "consultations", "topics", "publishTogether", "pictureConsentRequired", "retention", "approval", "reshares", "tracking", "exercise");
        var defaults = new DeskConfig();
        var zone = root.Text("zone") ?? defaults.Zone;
        if (!Zones.Exists(zone))
        {
            root.Fault("zone", $"the tz database {Zones.TzdbVersion} has no '{zone}'");
        }

        var (sqlite, postgreSql, marker) = Ledger(root);
        var nation = root.Text("nation") ?? defaults.Nation;
        if (!Nations.Contains(nation))
        {
            root.Fault("nation", $"'{nation}' is none of {string.Join(", ", Nations)}");
        }

        SourceConfig[] sources = [.. root.Objects("sources").Select(source => SourceReader.Read(source, Absolute)).OfType<SourceConfig>()];
        var answering = sources.Where(source => source.Mailbox is not null).Select(source => source.Account).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new DeskConfig
        {
            Zone = zone,
            Nation = nation,
            Sqlite = sqlite ?? defaults.Sqlite,
            PostgreSql = postgreSql,
            Marker = marker is null ? null : Absolute(marker),
            Actors = root.Has("actors") ? [.. Unique(root, "actors", root.Objects("actors").Select(Actor), actor => actor.Id)] : defaults.Actors,
            Accounts = Accounts(root, answering),
            Sources = sources,
            Slots = SchedulingReader.Slots(root.Object("scheduling")) ?? defaults.Slots,
            Scheduling = SchedulingReader.Rules(root.Object("scheduling")),
            OnCall = OnCallReader.Read(root.Object("onCall")),
            CaseRestrictions = [.. root.Objects("restrictedCases").Select(Restriction)],
            PictureConsentRequired = root.Flag("pictureConsentRequired"),
            Retention = Retention(root.Object("retention")),
            Approval = ApprovalReader.Read(root.Object("approval")),
            Reshares = ReshareReader.Read(root.Object("reshares")),
            Tracking = Tracking(root.Object("tracking")),
            PublishTogether = root.Texts("publishTogether"),
            Consultations = ConsultationReader.Read(root),
            Topics = TopicReader.Read(root),
            Exercise = ExerciseReader.Read(root),
            Policy = root.Text("policy") is { } policy ? Absolute(policy) : null,
            Plan = root.Text("plan") is { } plan ? Absolute(plan) : null,
        };
    }

    private static RetentionOptions Retention(JsonWalk? retention)
    {
        retention?.Allow("messagesDays", "casesDays");
        return new RetentionOptions { Messages = Days("messagesDays"), Cases = Days("casesDays") };

        TimeSpan? Days(string name) => retention?.Number(name, 1) is { } days ? TimeSpan.FromDays(days) : null;
    }

    private static (string? Sqlite, string? PostgreSql, string? Marker) Ledger(JsonWalk root)
    {
        if (root.Object("ledger") is not { } ledger)
        {
            return (null, null, null);
        }

        ledger.Allow("sqlite", "postgreSql", "marker");
        var shared = ledger.Text("postgreSql");
        var file = ledger.Text("sqlite", required: shared is null);
        if (shared is not null && file is not null)
        {
            ledger.Fault("postgreSql", "stands beside 'sqlite'; a desk has one ledger");
        }

        return (file, shared, ledger.Text("marker"));
    }

    private static Actor Actor(JsonWalk actor)
    {
        actor.Allow("id", "roles");
        return new Actor(actor.Text("id", required: true) ?? "", actor.Texts("roles"));
    }

    private static LinkTracking Tracking(JsonWalk? tracking)
    {
        tracking?.Allow("hosts", "parameters");
        return new LinkTracking
        {
            Hosts = tracking?.Texts("hosts") ?? [],
            Parameters = tracking?.Object("parameters")?.TextsByName() ?? new Dictionary<string, string>(),
        };
    }

    private static CaseRestriction Restriction(JsonWalk restriction)
    {
        restriction.Allow("flags", "roles");
        return new CaseRestriction { Flags = restriction.Texts("flags"), Roles = restriction.Texts("roles") };
    }

    private AccountConfig[] Accounts(JsonWalk root, HashSet<string> answering)
    {
        AccountConfig[] accounts = [.. Unique(root, "accounts", root.Objects("accounts").Select(account => Account(account, answering)), account => account.Id)];
        foreach (var (id, welsh) in accounts.Where(account => account.Welsh is not null).Select(account => (account.Id, account.Welsh!)))
        {
            if (welsh == id || accounts.FirstOrDefault(account => account.Id == welsh) is not { Email: null, Welsh: null })
            {
                root.Fault("accounts", $"the Welsh half of '{id}' cannot stand on '{welsh}': it takes another account, which is no list and has no Welsh one itself");
            }
        }

        return accounts;
    }

    /// <param name="account">The account.</param>
    /// <param name="answering">Those that answer what comes to a mailbox, and need no list.</param>
    private AccountConfig Account(JsonWalk account, HashSet<string> answering)
    {
        account.Allow("id", "channel", "path", "maxLength", "address", "credential", "user", "from", "to", "replyTo", "platform", "task", "atLeastOnce", "quota", "welsh", "app");
        var channel = account.Text("channel", required: true) ?? "";
        if (channel.Length > 0 && !DeskChannels.Known.Contains(channel))
        {
            account.Fault("channel", $"this desk has no '{channel}'; it has {string.Join(", ", DeskChannels.Known)}");
        }

        var id = account.Text("id", required: true) ?? "";
        var remote = DeskChannels.IsRemote(channel);
        var path = account.Text("path", required: channel == DeskChannels.Folder);
        var user = account.Text("user", required: DeskChannels.NeedUser.Contains(channel));
        return Checked(account, new AccountConfig(
            id, channel, path is null ? null : Absolute(path), account.Number("maxLength", 1))
        {
            Address = Address(account, channel),
            AtLeastOnce = account.Flag("atLeastOnce"),
            Credential = SecretReference.From(account.Text("credential", required: remote && (channel != DeskChannels.Email || user is not null)), Absolute),
            User = user,
            App = account.Object("app") is { } app ? App(app) : null,
            Platform = account.Text("platform"),
            Task = account.Text("task"),
            Quota = QuotaReader.Read(account.Object("quota")),
            Email = channel == DeskChannels.Email ? Email(account, answering.Contains(id)) : null,
            Welsh = account.Text("welsh"),
        });
    }

    private AppConfig App(JsonWalk app)
    {
        app.Allow("id", "secret");
        return new AppConfig(app.Text("id", required: true) ?? "", SecretReference.From(app.Text("secret"), Absolute));
    }

    private static string? Address(JsonWalk account, string channel)
    {
        var address = account.Text("address", required: DeskChannels.HasAddress(channel) && !DeskChannels.KnowsAddress(channel));
        if (address is not null && DeskChannels.IsRemote(channel) && !DeskChannels.HasAddress(channel))
        {
            account.Fault("address", $"a {channel} webhook's address is its secret: name it under 'credential'");
        }

        return address;
    }

    private static EmailConfig Email(JsonWalk account, bool answers)
    {
        var to = account.Texts("to");
        if (to.Count == 0 && !answers)
        {
            account.Fault("to", "nobody would receive it");
        }

        return new EmailConfig(account.Text("from", required: true) ?? "", to, account.Text("replyTo"));
    }

    private static AccountConfig Checked(JsonWalk account, AccountConfig config)
    {
        if (DeskChannels.FaultOf(config) is { } fault)
        {
            account.Fault(config.Channel == DeskChannels.Assisted ? "platform" : "address", fault);
        }

        return config;
    }

    private static IEnumerable<T> Unique<T>(JsonWalk root, string name, IEnumerable<T> items, Func<T, string> id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!seen.Add(id(item)) && id(item).Length > 0)
            {
                root.Fault(name, $"'{id(item)}' stands twice");
            }

            yield return item;
        }
    }

    private string Absolute(string path) => Path.GetFullPath(path, folder);
}
