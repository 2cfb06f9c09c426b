using Comms.Core;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Exercises;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace CommsDesk.Configuration;

/// <summary>An opened desk: its configuration, its engine, and the ledger behind it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly DeskLedger _ledger;

    private Desk(DeskConfig config, DeskLedger ledger, CommsEngine engine)
    {
        _ledger = ledger;
        Config = config;
        Engine = engine;
    }

    public DeskConfig Config { get; }

    public CommsEngine Engine { get; }

    /// <summary>The place at an exercise; null on an ordinary day.</summary>
    public ExerciseSeat? Seat { get; private init; }

    public ILedger Ledger => _ledger.Ledger;

    public TriagePolicy Policy => Engine.Triage.Triager.Policy;

    /// <param name="config">What the desk is made of.</param>
    /// <param name="data">The folder of the ledger's file; made when it is not there.</param>
    /// <param name="clock">The desk's clock.</param>
    /// <param name="extra">Sources beside those of the configuration.</param>
    /// <param name="cancel">Stops the opening.</param>
    public static async Task<Desk> OpenAsync(
        DeskConfig config, string data, TimeProvider clock, IEnumerable<IMessageSource> extra, CancellationToken cancel)
    {
        var policy = Policies.Read(config.Policy);
        var ledger = await DeskLedger.OpenAsync(config, data, clock, cancel);
        if (config.Exercise is { } exercise)
        {
            return await AtAsync(exercise, config, ledger, policy, clock, cancel);
        }

        var comms = new CommsBuilder()
            .Configure(options => options with
            {
                Zone = config.Zone,
                Nation = config.Nation,
                Host = Environment.MachineName,
                Publishing = DeskChannels.Publishing(config),
                Slots = config.Slots,
                Scheduling = config.Scheduling,
                OnCall = config.OnCall,
                Retention = config.Retention,
                Approval = config.Approval,
                Reshares = config.Reshares,
                Tracking = config.Tracking,
                CaseRestrictions = config.CaseRestrictions,
                Consultations = config.Consultations,
                PublishTogether = config.PublishTogether,
                PictureConsentRequired = config.PictureConsentRequired,
            })
            .UseClock(clock)
            .UseLedger(ledger.Ledger, ledger.Media)
            .UsePolicy(policy);
        foreach (var account in config.Accounts)
        {
            comms.AddChannel(DeskChannels.Channel(account, clock));
        }

        foreach (var source in config.Sources.Select(source => DeskChannels.Source(source, config, clock)).Concat(extra))
        {
            comms.AddSource(source);
        }

        if (config.Marker is { } folder)
        {
            comms.UseMarker(new FileHighWaterMarker(folder, clock));
        }

        var engine = comms.Build();
        return new Desk(config with { Actors = await engine.Delegations.ActingAllAsync(config.Actors, cancel) }, ledger, engine);
    }

    /// <summary>A desk at an exercise: its players, its zone, its engine, and nothing of the configuration that is real.</summary>
    private static async Task<Desk> AtAsync(
        ExerciseConfig exercise, DeskConfig config, DeskLedger ledger, TriagePolicy policy, TimeProvider clock, CancellationToken cancel)
    {
        var options = new ExerciseOptions { Ledger = ledger.Ledger, Media = ledger.Media, Policy = policy };
        if (await ExerciseSeat.JoinAsync(options, clock, cancel) is not { } seat)
        {
            await ledger.DisposeAsync();
            throw new ConfigException($"no exercise is played in the schema {exercise.Schema}");
        }

        var played = config with { Actors = seat.Scenario.Players, Zone = seat.Scenario.Zone, Nation = seat.Engine.Options.Nation };
        return new Desk(played, ledger, seat.Engine) { Seat = seat };
    }

    /// <summary>The actor of the name; without a name, the first who may.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public Actor Actor(string? name, Permission permission) => Actor(Config, name, permission);

    /// <inheritdoc cref="Actor(string?, Permission)" />
    public static Actor Actor(DeskConfig config, string? name, Permission permission)
    {
        var rule = new RoleAuthorizer();
        return config.Actors.FirstOrDefault(actor => name is null ? rule.May(actor, permission) : actor.Id == name)
            ?? throw new ConfigException(name is null
                ? $"the configuration has nobody who may {permission.ToString().ToLowerInvariant()}"
                : $"the configuration has no actor '{name}'; it has {string.Join(", ", config.Actors.Select(actor => actor.Id))}");
    }

    /// <summary>The actor of the name; without a name, someone who may see only what everyone may.</summary>
    /// <exception cref="ConfigException">There is none of that name.</exception>
    public Actor Viewer(string? name) => name is null ? new Actor("", []) : Actor(name, Permission.Handle);

    /// <summary>The draft of the id.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public async ValueTask<Draft> DraftAsync(string id, CancellationToken cancel) =>
        await Engine.Authoring.FindAsync(id, cancel) ?? throw new ConfigException($"there is no draft {id}");

    /// <summary>The case of the id, as someone may see it.</summary>
    /// <exception cref="ConfigException">There is none that they may see.</exception>
    public async ValueTask<Case> CaseAsync(string id, Actor viewer, CancellationToken cancel) =>
        await Engine.Cases.FindAsync(id, viewer, cancel) ?? throw new ConfigException($"there is no case {id}");

    /// <summary>The team of the id.</summary>
    /// <exception cref="ConfigException">The policy has none.</exception>
    public PolicyTeam Team(string id) => Policy.Teams.FirstOrDefault(team => team.Id == id)
        ?? throw new ConfigException($"the policy has no team '{id}'; it has {string.Join(", ", Policy.Teams.Select(team => team.Id))}");

    /// <inheritdoc cref="DeskLedger.SweepAsync" />
    public ValueTask SweepAsync(CancellationToken cancel) => _ledger.SweepAsync(cancel);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();
}
