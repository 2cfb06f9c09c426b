using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Comms.Core.Text;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>What came of one seed.</summary>
/// <param name="Violations">What must never be and was; empty when all is well.</param>
/// <param name="States">How many deliveries came to each end.</param>
/// <param name="Kills">How many hosts were killed.</param>
public sealed record SimulationResult(IReadOnlyList<string> Violations, IReadOnlyDictionary<DeliveryState, int> States, int Kills);

/// <summary>
/// One seed: three hosts, three accounts, a handful of posts and people who hold and withdraw, in an hour and a half of
/// weather; then the sky clears, and within a day every delivery must have come to an end that the sites bear out.
/// </summary>
internal sealed class Simulation
{
    private static readonly TimeSpan Storm = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly PublishingOptions Options = new() { CatchUpGap = TimeSpan.FromMinutes(2), Batch = 5 };

    private readonly World _world;
    private readonly Weather _weather;
    private readonly Witness _store;
    private readonly List<Site> _sites = [];
    private readonly List<Machine> _machines = [];

    private Simulation(ulong seed, Mutation mutation, List<string>? transcript)
    {
        _world = new World(seed) { Transcript = transcript };
        _weather = new Weather(_world.Chance);
        _store = new Witness(_world, Options, mutation);
    }

    public static SimulationResult Run(ulong seed, Mutation mutation = Mutation.None, List<string>? transcript = null) =>
        new Simulation(seed, mutation, transcript).Run();

    private SimulationResult Run()
    {
        BuildSites();
        var people = new Process("people");
        var calm = new Weather(new Chance(0)) { Over = true };
        var desk = new Machine("people", _world, calm, _store, _sites, Options).Desk(people);
        var team = new People(_world, desk, _store, _sites, people);
        Plan(desk);
        foreach (var number in Enumerable.Range(1, 3))
        {
            _machines.Add(new Machine($"host {number}", _world, _weather, _store, _sites, Options));
        }

        _machines.ForEach(machine => _world.In(TimeSpan.FromSeconds(_world.Chance.Below(30)), machine.Start));
        _world.Before = Meddle;
        team.Begin();
        _world.RunUntil(PublishingWorld.Nine + Storm);

        _weather.Over = true;
        team.AtWork = false;
        _world.In(TimeSpan.FromHours(2), () => _ = team.ResumeAllAsync());
        for (var hour = 1; hour <= Day.TotalHours && !IsOver(); hour++)
        {
            _world.RunUntil(PublishingWorld.Nine + Storm + TimeSpan.FromHours(hour + 2));
        }

        Judge();
        return new SimulationResult(
            _world.Violations, _store.Deliveries().CountBy(delivery => delivery.State).ToDictionary(), _machines.Sum(machine => machine.Kills));
    }

    private void BuildSites()
    {
        foreach (var account in new[] { "a", "b", "c" })
        {
            var site = new Site(
                _world, account, _world.Chance.Of(Enum.GetValues<IdempotencyClass>()), _world.Chance.OneIn(2) ? TimeSpan.FromHours(1) : null, _world.Chance.OneIn(2));
            site.Appears = (key, text) => Appears(site, key, text);
            _sites.Add(site);
        }
    }

    private void Plan(PublishingDesk desk)
    {
        var posts = 4 + _world.Chance.Below(8);
        for (var post = 0; post < posts; post++)
        {
            var (id, account) = ($"post {post}", _world.Chance.Of(_sites).Account);
            var parts = _world.Chance.OneIn(4) ? 3 : 1;
            Rendition[] renditions = [.. Enumerable.Range(0, parts).Select(part => new Rendition { Account = account, Text = $"{id}/{part}", Part = part, Parts = parts })];
            var traits = new Dictionary<string, string> { [account] = "1" };
            var lateness = _world.Chance.Of([Lateness.Default, Lateness.PublishWithin(TimeSpan.FromMinutes(30)), Lateness.Hold, Lateness.Expire]);
            var at = PublishingWorld.Nine + TimeSpan.FromSeconds(_world.Chance.Below(3600));
            var scheduled = new ScheduledPost(
                id, RenditionHash.Of(renditions, traits), "approver", "publisher", Zones.At(at, "Europe/London"), lateness, renditions, traits,
                new PostMarks(Crisis: _world.Chance.OneIn(10)));
            _ = desk.AcceptAsync(scheduled).AsTask();
        }
    }

    /// <summary>Before a host does anything it may be killed, or stand still for a while.</summary>
    private void Meddle(Process process)
    {
        if (_machines.Find(machine => machine.Running == process) is not { } machine)
        {
            return;
        }

        if (_weather.Kills)
        {
            machine.Kill();
        }
        else if (_weather.Freezes)
        {
            machine.Freeze();
        }
    }

    /// <summary>Judged as readers would: what they see was approved, is not early, follows what it continues, and is not there already.</summary>
    private void Appears(Site site, DeliveryKey key, string text)
    {
        if (_store.Find(key) is not { } delivery || delivery.Rendition.Text != text)
        {
            _world.Violate($"{text} appeared, which nobody approved");
            return;
        }

        _world.Require(_world.Now >= delivery.PlannedFor, $"{text} appeared before its time");
        _world.Require(
            site.Idempotency == IdempotencyClass.AtLeastOnce ? delivery.MayStandTwice || CountOf(site, key) == 1 : CountOf(site, key) == 1,
            $"{text} appeared twice");
        _world.Require(
            delivery.Rendition.Part == 0 || site.Shown.Any(shown => shown.Text == $"{delivery.Post}/{delivery.Rendition.Part - 1}"),
            $"{text} appeared before what it continues");
    }

    private bool IsOver() => _world.Violations.Count > 0 || _store.Deliveries().All(delivery => delivery.Due is null);

    private void Judge()
    {
        foreach (var delivery in _store.Deliveries().Where(_ => _world.Violations.Count == 0))
        {
            var count = CountOf(_sites.Single(site => site.Account == delivery.Rendition.Account), delivery.Key);
            var what = $"{delivery.Rendition.Text} is {delivery.State} and stands {count} times";
            _world.Require(delivery.Due is null, $"{what}: it was lost");
            _world.Require(delivery.State != DeliveryState.Published || count > 0, what);
            _world.Require(delivery.State is DeliveryState.Published or DeliveryState.NeedsHuman or DeliveryState.Withdrawn || count == 0, what);
        }
    }

    private static int CountOf(Site site, DeliveryKey key) => site.Shown.Count(shown => shown.Key == key);
}
