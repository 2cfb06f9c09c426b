using BenchmarkDotNet.Attributes;
using Comms.Core.RoundUps.Selection;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: what is worth most within 1,000 words is chosen exactly from a million candidates in the time of a sort, and
/// with its proof in seconds where coverage counts. The baseline takes the worthiest until the words are used up.
/// </summary>
public class ChoiceBenchmarks
{
    private const int Words = 1000;
    private Candidate[] _candidates = [];

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Setup() => _candidates =
    [
        .. Enumerable.Range(0, Candidates).Select(at => new Candidate(
            1 + (at * 7919L % 97), 12 + (int)(at * 104_729L % 67), [.. Enumerable.Range(0, 30).Where(topic => (at + 1) * (topic + 3) * 31L % 20 == 0).Select(topic => $"t{topic}")])),
    ];

    [Benchmark]
    public Choice ByWorth() => BestChoice.Of(_candidates, Words);

    [Benchmark]
    public Choice ByCoverage() => BestChoice.Of(_candidates, Words, new BestChoiceOptions { Coverage = true });

    [Benchmark(Baseline = true)]
    public int WorthiestFirst()
    {
        var (left, shown) = (Words, 0);
        foreach (var candidate in _candidates.OrderByDescending(candidate => candidate.Worth))
        {
            if (candidate.Words <= left)
            {
                left -= candidate.Words;
                shown++;
            }
        }

        return shown;
    }
}
