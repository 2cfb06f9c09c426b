using Comms.Core.Testing.Ledgers.Model;
using Xunit;
using Xunit.Sdk;

namespace Comms.Core.Testing.Ledgers;

public abstract partial class LedgerConformance
{
    private const int StepsPerRun = 120;

    /// <summary>The seed of the first generated sequence. Override it with a printed seed to replay that one first. Default: 1.</summary>
    protected virtual ulong FirstSeed => 1;

    /// <summary>Generated sequences of operations give the same answers, and the same state, as the model.</summary>
    [Fact]
    public async Task Behaves_as_the_model()
    {
        var chain = 0L;
        for (var seed = FirstSeed; seed < FirstSeed + (ulong)ModelRuns; seed++)
        {
            var run = new ModelRun(Ledger, seed, Clock.GetUtcNow(), chain, PassAsync);
            var step = 0;
            try
            {
                for (; step < StepsPerRun; step++)
                {
                    await run.StepAsync(Cancel);
                }

                await run.CompareAllAsync(Cancel);
            }
            catch (XunitException difference)
            {
                Assert.Fail($"Seed {seed}, step {step}: {difference.Message}");
            }

            chain += run.ChainLength;
        }
    }
}
