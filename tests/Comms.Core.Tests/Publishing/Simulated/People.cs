using Comms.Core.Channels;
using Comms.Core.Publishing;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>The team: holds things and lets them go on, takes posts back, and looks where the engine asks a person.</summary>
internal sealed class People(World world, PublishingDesk desk, Witness store, IReadOnlyList<Site> sites, Process self)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    public bool AtWork { get; set; } = true;

    public void Begin()
    {
        Go(HoldAsync, world.Chance.Of([5, 40]));
        Go(WithdrawAsync, 40);
        Go(SettleAsync, 40);
    }

    /// <summary>Whatever is held goes on.</summary>
    public async Task ResumeAllAsync()
    {
        foreach (var scope in Scopes())
        {
            await desk.Holds.ResumeAsync(scope, ResumeAs.Planned, "over", PublishingWorld.Publisher);
        }
    }

    private void Go(Func<Task> act, int minutes) => _ = GoAsync(act, minutes);

    private async Task GoAsync(Func<Task> act, int minutes)
    {
        while (true)
        {
            await world.PauseAsync(TimeSpan.FromSeconds(20 + world.Chance.Below(60 * minutes)), self);
            if (!AtWork)
            {
                return;
            }

            try
            {
                await act();
            }
            catch (Exception fault)
            {
                world.Violate($"a person met {fault}");
            }
        }
    }

    private async Task HoldAsync()
    {
        var scope = world.Chance.Of(Scopes());
        await desk.Holds.HoldAsync(scope, "crisis", PublishingWorld.Publisher);
        world.Note($"people hold {scope}");
        await world.PauseAsync(TimeSpan.FromSeconds(10 + world.Chance.Below(600)), self);
        await desk.Holds.ResumeAsync(scope, world.Chance.Of([ResumeAs.Planned, ResumeAs.Shifted]), "over", PublishingWorld.Publisher);
        world.Note($"people resume {scope}");
    }

    private async Task WithdrawAsync()
    {
        if (store.Deliveries().Where(delivery => delivery.State is DeliveryState.Scheduled or DeliveryState.Retrying).ToList() is { Count: > 0 } waiting)
        {
            await desk.WithdrawAsync(world.Chance.Of(waiting), "no longer true", PublishingWorld.Publisher);
        }
    }

    /// <summary>Looks where nobody can tell, once all that was under way must have arrived: confirms what is to be seen, and sends again what is not.</summary>
    private async Task SettleAsync()
    {
        foreach (var delivery in store.Deliveries().Where(delivery => delivery.State == DeliveryState.NeedsHuman && delivery.Intent?.At < world.Now - Look))
        {
            var site = sites.Single(one => one.Account == delivery.Rendition.Account);
            _ = site.Shown.Any(shown => shown.Key == delivery.Key)
                ? await desk.ConfirmAsync(delivery, new Receipt("seen"), PublishingWorld.Publisher)
                : await desk.SendAgainAsync(delivery, PublishingWorld.Publisher);
        }
    }

    private List<HoldScope> Scopes() => [HoldScope.All, .. sites.Select(site => HoldScope.Account(site.Account))];
}
