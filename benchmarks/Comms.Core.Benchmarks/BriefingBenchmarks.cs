using BenchmarkDotNet.Attributes;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: the cost of a finished, proven briefing grows nearly in line with the number of triaged messages, of which no
/// two are folded. The baseline is the usual shortcut: the most pressing messages until the words are used up, unfolded and
/// unproven.
/// </summary>
public class BriefingBenchmarks
{
    private static readonly BriefingRequest Request = new() { Day = new DateOnly(2026, 11, 29), Days = 7, Zone = "Europe/London" };
    private IReadOnlyList<TriagedMessage> _messages = [];

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void Setup() => _messages = TriagedCopies.OfAsync(Messages).GetAwaiter().GetResult();

    [Benchmark]
    public RoundUpResult Briefing() => BriefingComposer.Compose(Request, new BriefingInput { Messages = _messages }, DateTimeOffset.UnixEpoch);

    [Benchmark(Baseline = true)]
    public int MostPressingFirst()
    {
        var (words, shown) = (1000, 0);
        foreach (var message in _messages.OrderByDescending(message => message.Findings.Priority))
        {
            var length = Text.ReadingTime.Words(message.Text);
            if (length <= words)
            {
                words -= length;
                shown++;
            }
        }

        return shown;
    }
}
