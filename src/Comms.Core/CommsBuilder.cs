using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Exercises.Playing;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Triage;
using Comms.Core.Triage.Opinions;
using Microsoft.Extensions.Options;

namespace Comms.Core;

/// <summary>
/// Gathers what an engine is made of and freezes it into a <see cref="CommsEngine"/>. Everything has a default that works:
/// an engine built from nothing keeps its ledger in memory. Not thread-safe; the engine is.
/// </summary>
public sealed class CommsBuilder
{
    private readonly List<IChannel> _channels = [];
    private readonly List<IMessageSource> _sources = [];
    private readonly List<ICaseSink> _sinks = [];
    private CommsOptions _options = new();
    private TimeProvider? _clock;
    private ILedger? _ledger;
    private IMediaStore? _media;
    private IAuthorizer _authorizer = new RoleAuthorizer();
    private ICredentialSource _credentials = new EnvironmentCredentials();
    private IHighWaterMarker? _marker;
    private TriagePolicy? _policy;
    private ISecondOpinion? _opinion;
    private OpinionOptions _opinionOptions = new();
    private bool _rehearses;
    private bool _built;

    /// <summary>Changes the options.</summary>
    /// <param name="change">From the options so far to those wanted.</param>
    public CommsBuilder Configure(Func<CommsOptions, CommsOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Set(() => _options = change(_options));
    }

    /// <summary>Takes a clock. Default: the system's.</summary>
    public CommsBuilder UseClock(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Set(() => _clock = clock);
    }

    /// <summary>Takes a ledger and a media store, which the caller disposes of. Default: both in memory.</summary>
    public CommsBuilder UseLedger(ILedger ledger, IMediaStore media)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(media);
        return Set(() => (_ledger, _media) = (ledger, media));
    }

    /// <summary>
    /// Remembers outside the ledger how far the sends have come, so that a ledger restored from a stale backup sends nothing
    /// twice. Default: none, and whoever restores a backup says so with <see cref="PublishingDesk.BeginEpochAsync"/>.
    /// </summary>
    /// <param name="marker">The same for all hosts that share the ledger.</param>
    public CommsBuilder UseMarker(IHighWaterMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        return Set(() => _marker = marker);
    }

    /// <summary>Decides who may do what. Default: <see cref="RoleAuthorizer"/>.</summary>
    public CommsBuilder UseAuthorizer(IAuthorizer authorizer)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        return Set(() => _authorizer = authorizer);
    }

    /// <summary>Says where secrets come from. Default: <see cref="EnvironmentCredentials"/>.</summary>
    public CommsBuilder UseCredentials(ICredentialSource credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return Set(() => _credentials = credentials);
    }

    /// <summary>Says which teams there are and what goes to whom. Default: everything goes to one team, <c>comms</c>.</summary>
    public CommsBuilder UsePolicy(TriagePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Set(() => _policy = policy);
    }

    /// <summary>
    /// Asks for a second opinion on messages that triage is unsure of. Default: no one is asked and nothing leaves. The
    /// budget is kept in the ledger.
    /// </summary>
    /// <param name="opinion">Who is asked.</param>
    /// <param name="options">What it may cost; null for the defaults.</param>
    public CommsBuilder UseSecondOpinion(ISecondOpinion opinion, OpinionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        options?.Check();
        return Set(() => (_opinion, _opinionOptions) = (opinion, options ?? new OpinionOptions()));
    }

    /// <summary>Adds a way out.</summary>
    public CommsBuilder AddChannel(IChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Set(() => _channels.Add(channel));
    }

    /// <summary>Adds a way in.</summary>
    public CommsBuilder AddSource(IMessageSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Set(() => _sources.Add(source));
    }

    /// <summary>Adds a case system of the host, to which every case that is opened or changed from now on is mirrored.</summary>
    public CommsBuilder AddCaseSink(ICaseSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return Set(() => _sinks.Add(sink));
    }

    /// <summary>
    /// Makes an engine of an exercise: it takes simulated channels and sources and no others, has no secrets, and marks every
    /// text before it is approved.
    /// </summary>
    internal CommsBuilder ForExercise() => Set(() => (_rehearses, _credentials, _marker, _opinion) = (true, new NoCredentials(), null, null));

    /// <summary>Checks everything and freezes it.</summary>
    /// <exception cref="OptionsValidationException">Something does not fit; every fault is named.</exception>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public CommsEngine Build() => Build(TimeProvider.System);

    internal CommsEngine Build(TimeProvider hostClock)
    {
        string[] faults =
        [
            .. _options.Faults(),
            .. Doubled("account", _channels.Select(channel => channel.Account.Id)),
            .. Doubled("source", _sources.Select(source => source.Id)),
            .. UnknownOnCall(),
            .. _options.Approval.TellBy.Where(id => !IsAccount(id)).Select(id => $"Approval.TellBy: there is no account '{id}'"),
            .. _options.Publishing.Quotas.Keys.Where(id => !IsAccount(id)).Select(id => $"Publishing.Quotas: there is no account '{id}'"),
            .. Doubled("case sink", _sinks.Select(sink => sink.Id)),
            .. _sinks.Where(sink => !SinkName.Holds(sink.Id)).Select(sink => $"'{sink.Id}' is no id of a case sink: {SinkName.Rule}"),
            .. Simulation.Faults(_rehearses, _channels, _sources, _sinks),
        ];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException(nameof(CommsOptions), typeof(CommsOptions), faults);
        }

        Set(() => _built = true);
        var time = _clock ?? hostClock;
        return new CommsEngine(new EngineParts(
            _options,
            time,
            _ledger ?? new InMemoryLedger(time),
            _media ?? new InMemoryMediaStore(),
            _authorizer,
            _credentials,
            new ChannelDirectory(_channels),
            [.. _sources],
            _marker,
            _policy ?? TriagePolicy.Default,
            _opinion,
            _opinionOptions,
            _rehearses ? Simulation.Mark : null,
            [.. _sinks]));
    }

    private CommsBuilder Set(Action change)
    {
        if (_built)
        {
            throw new InvalidOperationException("The engine is built; a builder makes one.");
        }

        change();
        return this;
    }

    private bool IsAccount(string id) => _channels.Exists(channel => channel.Account.Id == id);

    private IEnumerable<string> UnknownOnCall() => _options.OnCall.Rotas.SelectMany(rota => rota.Contacts)
        .Where(contact => !IsAccount(contact.Account))
        .Select(contact => $"OnCall: {contact.Name} is told by '{contact.Account}', and there is no such account");

    private static IEnumerable<string> Doubled(string what, IEnumerable<string> ids) => ids
        .CountBy(id => id, StringComparer.Ordinal)
        .Where(pair => pair.Value > 1 || string.IsNullOrWhiteSpace(pair.Key))
        .Select(pair => string.IsNullOrWhiteSpace(pair.Key) ? $"An {what} has no id" : $"There are {pair.Value} {what}s with the id '{pair.Key}'");
}
