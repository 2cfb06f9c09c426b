using Comms.Core.Ledger;

namespace Comms.Core.AotSmoke;

/// <summary>The loop on the ledger in memory.</summary>
internal static class MemoryLoop
{
    public static async Task<bool> RunAsync(TextWriter output)
    {
        var clock = new SetClock();
        return await new Loop("memory", clock, new InMemoryLedger(clock), new InMemoryMediaStore(), output).RunAsync();
    }
}
