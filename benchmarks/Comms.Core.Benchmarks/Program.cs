using BenchmarkDotNet.Running;
using Comms.Core.Benchmarks;

if (args is ["stream"])
{
    await new StreamScaling(Console.Out).RunAsync();
    return;
}

if (args is ["engagement", ..])
{
    await new EngagementValidation(Console.Out).RunAsync(retweets: args.ElementAtOrDefault(1));
    return;
}

_ = BenchmarkSwitcher.FromAssembly(typeof(InOneProcess).Assembly).Run(args, new InOneProcess());
