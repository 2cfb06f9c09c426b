namespace Comms.Core.RoundUps.Selection;

/// <summary>
/// Branch and bound, the most promising partial choice first (Land and Doig 1960), from a greedy choice. What cannot be in
/// a better choice than the greedy one is left out at once; what is still open when the effort is spent bounds the rest.
/// </summary>
internal sealed class CoverageSearch
{
    /// <summary>Sums of the same items in another order differ by less than this share.</summary>
    private const double Rounding = 1e-9;

    private readonly PriorityQueue<(PartialChoice Choice, Relaxation Relaxed), (double Bound, int Order)> _open = new();
    private readonly CoverageModel _model;
    private PartialChoice _best;
    private double _worth;
    private int _nodes;

    private CoverageSearch(CoverageModel model, int words)
    {
        _model = model;
        _best = Greedy.Complete(model, new PartialChoice(model, words));
        _worth = _best.Worth;
    }

    public static Choice Run(IReadOnlyList<Candidate> candidates, int words, int effort)
    {
        var all = CoverageModel.Of(candidates, words);
        var nothing = new PartialChoice(all, words);
        var greedy = Greedy.Complete(all, nothing);
        var root = new Relaxation(all, nothing, greedy);
        return new CoverageSearch(all.Without(at => root.IsHopeless(at, greedy.Worth * (1 - Rounding))), words).Search(words, effort);
    }

    private Choice Search(int words, int effort)
    {
        Consider(new PartialChoice(_model, words));
        var bound = 0d;
        while (_open.TryDequeue(out var node, out var promise) && -promise.Bound > _worth * (1 + Rounding))
        {
            if ((long)_nodes * _model.Items.Count >= effort)
            {
                bound = -promise.Bound;
                break;
            }

            if (Doubtful(node.Choice, node.Relaxed) is { } item)
            {
                Consider(node.Choice.With(item));
                Consider(node.Choice.Without(item));
            }
        }

        return new Choice([.. _best.Taken.Select(at => _model.Items[at].At)], _worth, bound, words - _best.Left);
    }

    private void Consider(PartialChoice choice)
    {
        _nodes++;
        var relaxed = new Relaxation(_model, choice, Greedy.Complete(_model, choice));
        var rounded = Greedy.Round(_model, choice, relaxed);
        if (rounded.Worth is var worth && worth > _worth * (1 + Rounding))
        {
            (_best, _worth) = (rounded, worth);
        }

        if (relaxed.Bound > _worth * (1 + Rounding))
        {
            _open.Enqueue((choice, relaxed), (-relaxed.Bound, _nodes));
        }
    }

    /// <summary>The open item of which the relaxation is least sure; null when none is open.</summary>
    private int? Doubtful(PartialChoice choice, Relaxation relaxed)
    {
        int? most = null;
        var (doubt, share) = (-1d, -1d);
        for (var at = 0; at < _model.Items.Count; at++)
        {
            if (choice.IsOpen(at) && (Math.Min(relaxed.Share(at), 1 - relaxed.Share(at)), relaxed.Share(at)).CompareTo((doubt, share)) > 0)
            {
                (doubt, share) = (Math.Min(relaxed.Share(at), 1 - relaxed.Share(at)), relaxed.Share(at));
                most = at;
            }
        }

        return most;
    }
}
