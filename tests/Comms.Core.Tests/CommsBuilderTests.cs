using Comms.Core.Channels;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests;

public class CommsBuilderTests
{
    [Fact]
    public async Task An_engine_built_from_nothing_works()
    {
        var report = await new CommsBuilder().Build().RunDueAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Idle);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var builder = new CommsBuilder()
            .Configure(options => options with
            {
                Zone = "Europe/Loudon",
                Nation = "cornwall",
                Host = " ",
                Slots = new SlotGrid { Times = [] },
                Publishing = new PublishingOptions { Batch = 0 },
            })
            .AddChannel(new InMemoryChannel("town")).AddChannel(new InMemoryChannel("town"))
            .AddSource(new InMemorySource("")).AddSource(new InMemorySource("survey"));

        var fault = Assert.Throws<OptionsValidationException>(builder.Build);

        Assert.Equal(7, fault.Failures.Count());
    }

    [Fact]
    public void A_builder_makes_one_engine_and_is_spent()
    {
        var builder = new CommsBuilder();
        builder.Build();

        Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Throws<InvalidOperationException>(() => builder.AddChannel(new InMemoryChannel("late")));
    }

    [Fact]
    public void A_host_gets_one_engine_on_its_own_clock()
    {
        var clock = new FakeTimeProvider();
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock).AddComms(comms => comms.AddChannel(new InMemoryChannel("town"))).BuildServiceProvider();

        var engine = services.GetRequiredService<CommsEngine>();

        Assert.Same(engine, services.GetRequiredService<CommsEngine>());
        Assert.Same(clock, engine.Clock);
        Assert.NotNull(engine.Channels.Find("town"));
    }

    [Fact]
    public void A_host_with_faulty_options_does_not_start()
    {
        using var services = new ServiceCollection()
            .AddComms(comms => comms.Configure(options => options with { Zone = "nowhere" })).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }
}
