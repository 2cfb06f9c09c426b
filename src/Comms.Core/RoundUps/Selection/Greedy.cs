namespace Comms.Core.RoundUps.Selection;

/// <summary>Completes a partial choice quickly; how well is for the bound to say.</summary>
internal static class Greedy
{
    private const double Sure = 0.999;

    /// <summary>Takes what adds most for its words, again and again (lazily: what an item adds never grows; Minoux 1978).</summary>
    public static PartialChoice Complete(CoverageModel model, PartialChoice start)
    {
        var choice = start.Copy();
        var waiting = new PriorityQueue<int, (double Rate, int At)>(
            Enumerable.Range(0, model.Items.Count).Where(choice.IsOpen).Select(at => (at, (-Rate(at), at))));
        while (waiting.TryDequeue(out var at, out var old))
        {
            if (!choice.IsOpen(at))
            {
                continue;
            }

            var now = (-Rate(at), at);
            if (now.CompareTo(old) > 0 && waiting.TryPeek(out _, out var next) && now.CompareTo(next) > 0)
            {
                waiting.Enqueue(at, now);
                continue;
            }

            choice.Take(at);
        }

        return choice;

        double Rate(int at) => choice.Gain(at) / model.Items[at].Words;
    }

    /// <summary>Takes what the relaxation takes whole, and completes that.</summary>
    public static PartialChoice Round(CoverageModel model, PartialChoice start, Relaxation relaxed)
    {
        var choice = start.Copy();
        for (var at = 0; at < model.Items.Count; at++)
        {
            if (relaxed.Share(at) >= Sure && choice.IsOpen(at))
            {
                choice.Take(at);
            }
        }

        return Complete(model, choice);
    }
}
