using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Benchmarks;

/// <summary>Ties by a seed: one in five leads to one of a hundredth of the accounts, the others to anyone.</summary>
internal static class RandomTies
{
    public static (int From, int To)[] Of(int count, int ofEach)
    {
        var accounts = count / ofEach;
        var state = 1UL;
        var ties = new (int From, int To)[count];
        for (var tie = 0; tie < count; tie++)
        {
            var from = tie / ofEach;
            ties[tie] = (from, (from + 1 + Below(Below(5) == 0 ? accounts / 100 : accounts - 1)) % accounts);
        }

        return ties;

        int Below(int bound)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)bound);
        }
    }

    public static AccountGraph Freeze((int From, int To)[] ties, int accounts)
    {
        var graph = new AccountGraphBuilder(accounts);
        foreach (var (from, to) in ties)
        {
            graph.Add(from, to, 1);
        }

        return graph.Build();
    }
}
