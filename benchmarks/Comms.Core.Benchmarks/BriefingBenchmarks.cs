using BenchmarkDotNet.Attributes;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.RoundUps.Selection;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: the cost of a finished, proven briefing grows nearly in line with the number of triaged messages. The messages are those of the sample week under ids and numbers of their own, so that
/// few are folded. The baseline is the usual shortcut: the most pressing messages until the words are used up, unfolded and
/// unproven.
/// </summary>
public class BriefingBenchmarks
{
    private static readonly BriefingRequest Request = new() { Day = new DateOnly(2026, 11, 29), Days = 7, Zone = "Europe/London" };
    private TriagedMessage[] _messages = [];
    private Candidate[] _candidates = [];

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _messages = TriagedCopies.Of(Messages);
        _candidates = [.. _messages.Select(message => new Candidate(1 + message.Findings.Priority, 10 + (message.Text.Length / 6), [.. message.Findings.Themes.Select(theme => theme.Name)]))];
    }

    [Benchmark]
    public RoundUpResult Briefing() => BriefingComposer.Compose(Request, new BriefingInput { Messages = _messages }, DateTimeOffset.UnixEpoch);

    [Benchmark]
    public Choice ChoiceByWorth() => BestChoice.Of(_candidates, 1000);

    [Benchmark]
    public Choice ChoiceByCoverage() => BestChoice.Of(_candidates, 1000, new BestChoiceOptions { Coverage = true });

    [Benchmark(Baseline = true)]
    public int MostPressingFirst()
    {
        var (words, shown) = (1000, 0);
        foreach (var candidate in _candidates.OrderByDescending(candidate => candidate.Worth))
        {
            if (candidate.Words <= words)
            {
                words -= candidate.Words;
                shown++;
            }
        }

        return shown;
    }
}
