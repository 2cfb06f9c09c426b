using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>The claim: with 10,000 phrases in the policy instead of 100, triage loses at most a third of its speed.</summary>
[CpuTime]
[WarmupCount(16)]
[InvocationCount(16)]
[MessagesPerSecond]
public class PhraseCountBenchmarks
{
    private readonly TriageResult _result = new();
    private string[] _texts = [];
    private Triager? _hundred;
    private Triager? _tenThousand;

    [GlobalSetup]
    public void Setup()
    {
        _texts = WeekMessages.Texts();
        (_hundred, _tenThousand) = (With(100), With(10_000));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = WeekMessages.Count)]
    public int Hundred() => TriageAll(_hundred!);

    [Benchmark(OperationsPerInvoke = WeekMessages.Count)]
    public int TenThousand() => TriageAll(_tenThousand!);

    private int TriageAll(Triager triager)
    {
        var found = 0;
        foreach (var text in _texts)
        {
            triager.Triage(text, _result);
            found += _result.Kinds.Length;
        }

        return found;
    }

    private static Triager With(int phrases)
    {
        var reading = TriagePolicyReader.Read(JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = 1,
            name = "Benchmark",
            desk = "comms",
            teams = new[] { new { id = "comms", name = "Comms" } },
            phrases = PolicyPhrases.Made(phrases).Select(phrase => new { phrase, kind = "information" }),
        }));
        return Triager.Create(reading.Policy ?? throw new InvalidDataException(reading.Faults[0].Reason), "england", "Europe/London");
    }
}
