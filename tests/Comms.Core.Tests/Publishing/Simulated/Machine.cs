using Comms.Core.Publishing;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>A machine on which the engine runs, is killed and started again; its clock may be off.</summary>
internal sealed class Machine(string name, World world, Weather weather, Witness store, IReadOnlyList<Site> sites, PublishingOptions options)
{
    private int _started;
    private TimeSpan _off;

    public Process Running { get; private set; } = new("none");

    public int Kills { get; private set; }

    /// <summary>Starts the engine and lets it do what is due, again and again.</summary>
    public void Start()
    {
        Running = new Process($"{name}.{++_started}");
        SetClock();
        _ = LiveAsync(Desk(Running), Running);
    }

    /// <summary>Kills it here and now; it is started again after a while.</summary>
    public void Kill()
    {
        Kills++;
        world.Note($"{Running.Name} is killed");
        Running.Dead = true;
        world.In(TimeSpan.FromSeconds(1 + world.Chance.Below(300)), Start);
    }

    public void Freeze()
    {
        Running.FrozenUntil = world.Now + TimeSpan.FromSeconds(1 + world.Chance.Below(world.Chance.OneIn(3) ? 5400 : 60));
        world.Note($"{Running.Name} is frozen until {Running.FrozenUntil:HH:mm:ss}");
    }

    public PublishingDesk Desk(Process process)
    {
        var clock = new HostClock(world, process, () => _off);
        var ledger = new NetworkLedger(world, weather, process, store);
        var channels = sites.Select(site =>
            site.Askable ? new AskableSiteChannel(world, weather, process, site) : new SiteChannel(world, weather, process, site));
        return new PublishingParts(ledger, channels, clock, new LedgerTime(clock, follows: true), options, process.Name).Desk();
    }

    private async Task LiveAsync(PublishingDesk desk, Process process)
    {
        while (true)
        {
            var pause = TimeSpan.FromSeconds(10 + world.Chance.Below(50));
            var rested = false;
            try
            {
                await desk.RunDueAsync();
                if (world.Chance.OneIn(4))
                {
                    await desk.WaitForDueAsync(pause);
                    rested = true;
                }
            }
            catch (CommsException fault)
            {
                world.Note($"{process.Name}: {fault.Message}");
            }
            catch (Exception fault)
            {
                world.Violate($"{process.Name} threw {fault}");
            }

            if (!rested)
            {
                await world.PauseAsync(pause, process);
            }

            if (world.Chance.OneIn(20))
            {
                SetClock();
            }
        }
    }

    /// <summary>Puts its clock right, half a minute off, or an hour.</summary>
    private void SetClock() => _off = weather.ClocksAreOff ? TimeSpan.FromSeconds(world.Chance.Of([0, 0, 30, -30, 3600, -3600])) : TimeSpan.Zero;
}
