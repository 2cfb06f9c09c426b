using Comms.Core.Tests.Triage.Corrections;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage.Policies;

/// <summary>A policy is changed while messages flow.</summary>
public sealed class HotSwapTests
{
    private const int Messages = 2000;
    private const int Swaps = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_message_is_lost_and_each_is_judged_by_one_policy_or_the_other()
    {
        var world = new CorrectionWorld(Triagers.With(Policy("red")));
        for (var i = 0; i < Messages; i++)
        {
            world.Say($"{i}", $"The heron number {i} is back");
        }

        var run = Task.Run(() => world.RunAsync(Cancel), Cancel);
        for (var swap = 0; swap < Swaps; swap++)
        {
            world.Triage.Use(Read(swap % 2 == 0 ? "blue" : "red"));
            await Task.Yield();
        }

        await run;
        var teams = await world.Triage.ListAsync(Cancel).Select(message => string.Join('+', message.Findings.Routes.Select(route => route.Team))).ToListAsync(Cancel);
        Assert.Equal(Messages, teams.Count);
        Assert.Empty(teams.Except(["red", "blue"]));
        Assert.Equal("red", world.Triage.Triager.Policy.Desk);
    }

    [Fact]
    public async Task The_next_message_goes_by_the_new_policy()
    {
        var world = new CorrectionWorld(Triagers.With(Policy("red")));
        world.Say("1", "The heron is back");
        await world.RunAsync(Cancel);
        world.Triage.Use(Read("blue"));
        world.Say("2", "The heron is back again");
        await world.RunAsync(Cancel);

        Assert.Equal("red", (await world.FindingsAsync("1", Cancel)).Routes[0].Team);
        Assert.Equal("blue", (await world.FindingsAsync("2", Cancel)).Routes[0].Team);
    }

    private static TriagePolicy Read(string team) => TriagePolicyReader.Read(System.Text.Encoding.UTF8.GetBytes(Policy(team))).Policy!;

    private static string Policy(string team) =>
        $$"""{ "version": 1, "name": "T", "desk": "{{team}}", "teams": [ {"id":"{{team}}","name":"T"} ] }""";
}
