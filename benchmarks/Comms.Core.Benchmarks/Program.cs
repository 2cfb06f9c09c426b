using BenchmarkDotNet.Running;
using Comms.Core.Benchmarks;

_ = BenchmarkSwitcher.FromAssembly(typeof(InOneProcess).Assembly).Run(args, new InOneProcess());
