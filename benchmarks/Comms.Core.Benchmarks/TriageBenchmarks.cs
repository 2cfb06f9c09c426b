using BenchmarkDotNet.Attributes;
using Comms.Core.Benchmarks.Baselines;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: a message is triaged whole (language, sentiment, kinds, flags, personal data, route) faster than regular
/// expressions find its phrases or a general library guesses its sentiment, and nothing is allocated for it.
/// </summary>
[CpuTime]
[WarmupCount(16)]
[InvocationCount(16)]
[MessagesPerSecond]
public class TriageBenchmarks
{
    private readonly TriageResult _result = new();
    private readonly List<string> _labels = [];
    private string[] _texts = [];
    private RegexTriage? _regex;
    private Triager? _triager;
    private MlNetSentiment? _mlNet;

    [GlobalSetup]
    public void Setup()
    {
        var reading = TriagePolicyReader.Read(Seed.Read("seeds/trust/policy.json"));
        _triager = Triager.Create(
            reading.Policy ?? throw new InvalidDataException(reading.Faults[0].Reason), "england", "Europe/London");
        _regex = RegexTriage.Load();
        _mlNet = MlNetSentiment.Train(WeekMessages.Labelled());
        _texts = WeekMessages.Texts();
        Console.WriteLine($"// {_texts.Length} messages of {WeekMessages.MeanBytes(_texts):F1} bytes; {_regex.Count} regular expressions");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = WeekMessages.Count)]
    public int Regexes()
    {
        var found = 0;
        foreach (var text in _texts)
        {
            _labels.Clear();
            _regex!.Find(text, _labels);
            found += _labels.Count;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = WeekMessages.Count)]
    public int CommsCore()
    {
        var found = 0;
        foreach (var text in _texts)
        {
            _triager!.Triage(text, _result);
            found += _result.Flags.Length + _result.Kinds.Length;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = WeekMessages.Count)]
    public int MlNet()
    {
        var found = 0;
        foreach (var text in _texts)
        {
            found += _mlNet!.Predict(text).Length;
        }

        return found;
    }
}
