using BenchmarkDotNet.Attributes;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: a message's cost is linear in its length and bounded, whatever it is made of. A megabyte is read at its head
/// and tail; 16,000 units are read whole, so that the cut does not hide what a unit costs.
/// </summary>
[CpuTime]
[WarmupCount(8)]
[PerUnit]
public class LengthBenchmarks
{
    private readonly TriageResult _result = new();
    private Triager? _triager;
    private string _text = "";

    [Params("ordinary", "letter", "at", "combining", "surrogate", "quotes")]
    public string Of { get; set; } = "";

    [Params(16_000, 1 << 20)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _triager = Triager.Create(TriagePolicyReader.Read(Seed.Read("seeds/trust/policy.json")).Policy!, "england", "Europe/London");
        var unit = Of switch
        {
            "ordinary" => string.Join(' ', WeekMessages.Texts()) + " ",
            "letter" => "a",
            "at" => "@",
            "combining" => "\u0301",
            "surrogate" => "\uD83D",
            _ => "\"(“'",
        };
        _text = string.Concat(Enumerable.Repeat(unit, (Units / unit.Length) + 1))[..Units];
    }

    [Benchmark]
    public int Triage()
    {
        _triager!.Triage(_text, _result);
        return _result.Priority;
    }
}
