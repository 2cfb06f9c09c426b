using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Puts new heads beside those of a model that has the same buckets, the same lexicons and the same pairs. The model names
/// no further words: what is familiar to its own heads stays so.
/// </summary>
internal static class ModelJoin
{
    public static TriageModel Join(TriageModel known, TriageModel added)
    {
        var from = known.Heads.Where(head => added.FindHead(head.Name) is null).Select(head => (Model: known, Head: head))
            .Concat(added.Heads.Select(head => (Model: added, Head: head)))
            .ToArray();
        var lanes = from.Sum(pair => pair.Head.Lanes);
        var weights = new sbyte[(1 << known.Bits) * lanes];
        var heads = new List<Head>();
        var lane = 0;
        foreach (var (model, head) in from)
        {
            Copy(model, head, weights, lanes, lane);
            heads.Add(new Head(head.Name, head.Kind, lane, head.Labels, head.Mixture));
            lane += head.Lanes;
        }

        var notices = new[] { known.Notice, added.Notice }.Where(notice => notice.Length > 0).Distinct(StringComparer.Ordinal);
        return new TriageModel(string.Join('\n', notices), heads, known.Familiar, known.Bits, known.Tokens, known.Pairs, weights);
    }

    private static void Copy(TriageModel model, Head head, sbyte[] weights, int lanes, int lane)
    {
        for (var bucket = 0; bucket < 1 << model.Bits; bucket++)
        {
            model.Weights.AsSpan((bucket * model.Lanes) + head.FirstLane, head.Lanes).CopyTo(weights.AsSpan((bucket * lanes) + lane));
        }
    }
}
