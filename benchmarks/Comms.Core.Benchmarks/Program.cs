using BenchmarkDotNet.Running;
using Comms.Core.Benchmarks;

if (args is ["stream"])
{
    await new StreamScaling(Console.Out).RunAsync();
    return;
}

_ = BenchmarkSwitcher.FromAssembly(typeof(InOneProcess).Assembly).Run(args, new InOneProcess());
