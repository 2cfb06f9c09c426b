using System.Collections.Concurrent;
using System.Globalization;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>
/// The dispatcher that ships, on a simulated clock, network and store. The variable COMMS_SIMULATION_SEEDS says how many
/// seeds, COMMS_SIMULATION_FIRST which is the first: a failing one is told, and replays alone.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;
    private const int MostSeedsToFind = 2_000;

    [Fact]
    public void Whatever_breaks_nothing_stands_twice_is_lost_is_early_or_was_not_approved()
    {
        var states = new ConcurrentDictionary<DeliveryState, int>();
        var (kills, failures) = (0, new ConcurrentQueue<string>());
        Each(From("COMMS_SIMULATION_FIRST", 0), From("COMMS_SIMULATION_SEEDS", Seeds), seed =>
        {
            var result = Simulation.Run(seed);
            Interlocked.Add(ref kills, result.Kills);
            foreach (var (state, count) in result.States)
            {
                states.AddOrUpdate(state, count, (_, before) => before + count);
            }

            foreach (var violation in result.Violations)
            {
                failures.Enqueue($"seed {seed}: {violation}");
            }
        });

        output.WriteLine($"{kills} hosts killed; {string.Join(", ", states.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}");
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(20)));
        Assert.True(kills > 0 && states.ContainsKey(DeliveryState.Published), "A simulation in which nothing breaks and nothing goes out shows nothing.");
    }

    [Theory]
    [InlineData(Mutation.NoFence)]
    [InlineData(Mutation.NoIntent)]
    [InlineData(Mutation.DueAgainAtOnce)]
    [InlineData(Mutation.NoRequirements)]
    public void An_engine_with_a_fault_put_into_it_is_found_out(Mutation mutation)
    {
        var found = new ConcurrentQueue<string>();
        Each(0, MostSeedsToFind, seed =>
        {
            foreach (var violation in found.IsEmpty ? Simulation.Run(seed, mutation).Violations : [])
            {
                found.Enqueue($"seed {seed}: {violation}");
            }
        });

        Assert.False(found.IsEmpty, $"{mutation} went unnoticed.");
        output.WriteLine(found.First());
    }

    [Fact]
    public void A_seed_replays_exactly()
    {
        var (first, second) = (new List<string>(), new List<string>());
        Each(0, 1, _ => Simulation.Run(7, transcript: first));
        Each(0, 1, _ => Simulation.Run(7, transcript: second));

        Assert.True(first.Count > 100);
        Assert.Equal(first, second);
    }

    [Fact(Explicit = true)]
    public void Tell_what_happens_in_a_seed()
    {
        var transcript = new List<string>();
        Each(0, 1, _ => Simulation.Run(From("COMMS_SIMULATION_FIRST", 0), transcript: transcript));
        transcript.ForEach(output.WriteLine);
    }

    private static uint From(string variable, uint otherwise) =>
        uint.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>
    /// Each seed on one thread from end to end, as many threads as there are processors. They are threads of their own, on
    /// which whatever was waited for goes on at once and nowhere else.
    /// </summary>
    private static void Each(uint first, uint count, Action<ulong> run)
    {
        var next = first - 1L;
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(
            () =>
            {
                while (Interlocked.Increment(ref next) is var seed && seed < first + count)
                {
                    run((ulong)seed);
                }
            },
            maxStackSize: 16 << 20))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }
}
