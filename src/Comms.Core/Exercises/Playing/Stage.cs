using Comms.Core.Channels;
using Comms.Core.Exercises.Publics;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Ledger;
using Comms.Core.Publishing;

namespace Comms.Core.Exercises.Playing;

/// <summary>The engine of an exercise, its simulated accounts, and the sources at which its public is heard.</summary>
internal sealed class Stage
{
    private readonly Dictionary<string, InMemorySource> _sources;

    /// <param name="scenario">What is played.</param>
    /// <param name="clock">The situation's clock.</param>
    /// <param name="ledger">Where all is kept.</param>
    /// <param name="options">By which policy, and where pictures are.</param>
    /// <param name="hears">Whether its public is heard here; at one desk only.</param>
    public Stage(Scenario scenario, TimeProvider clock, ILedger ledger, ExerciseOptions options, bool hears = true)
    {
        var file = scenario.File;
        _sources = (hears ? SourcesOf(file) : []).ToDictionary(name => name, name => new InMemorySource(Simulation.Named(name)), StringComparer.Ordinal);
        var comms = new CommsBuilder()
            .Configure(with => with with { Zone = file.Zone, Nation = file.Nation, Host = "exercise", Publishing = new PublishingOptions { Quotas = Quotas(file) } })
            .UseClock(clock)
            .UseLedger(ledger, options.Media ?? new InMemoryMediaStore())
            .ForExercise();
        if (options.Policy is { } policy)
        {
            comms.UsePolicy(policy);
        }

        foreach (var account in file.Accounts)
        {
            comms.AddChannel(Simulation.Channel(account.Id, Traits(account, scenario)));
        }

        foreach (var source in _sources.Values)
        {
            comms.AddSource(source);
        }

        Engine = comms.Build();
    }

    public CommsEngine Engine { get; }

    /// <summary>The sources at which a scenario's public is heard.</summary>
    public static IReadOnlyList<string> SourcesOf(ScenarioFile file) =>
    [
        .. file.Injects.Select(inject => inject.Message?.Source).Concat(file.Waves.Select(wave => wave.Source)).Concat(file.Rumours.Select(rumour => rumour.Source))
            .OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Something is posted where the desk listens.</summary>
    public void Post(PublicMessage message, DateTimeOffset at) => _sources[message.Source].Add(new SourceEvent.Posted(new SourceItem
    {
        Id = message.Id,
        Text = message.Text,
        At = at,
        Author = message.Author,
        Act = message.Below is null ? Act.Mention : Act.Comment,
        InReplyTo = message.Below,
    }));

    /// <summary>The message of an inject is posted.</summary>
    public void Post(InjectFile inject, DateTimeOffset at)
    {
        if (inject.Message is { } heard)
        {
            var author = heard.Author is { } handle ? new Author(handle, Kind: heard.Kind, Followers: heard.Followers) : null;
            _sources[heard.Source].Add(new SourceEvent.Posted(new SourceItem { Id = inject.Id, Text = heard.Text, At = at, Author = author }));
        }
    }

    private static Dictionary<string, Quota> Quotas(ScenarioFile file) => file.Accounts
        .Where(account => account.Quota is not null)
        .ToDictionary(account => Simulation.Named(account.Id), account => account.Quota!.Of(), StringComparer.Ordinal);

    private static ChannelTraits? Traits(AccountFile account, Scenario scenario) => account.Platform is { } platform
        ? Platform.Find(platform, DateOnly.FromDateTime(scenario.Timeline.Local(scenario.Starts).DateTime))?.Traits
        : null;
}
