using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>Adds weights up, and takes them off, in the lanes of the labels that are asked about and no others.</summary>
internal sealed class LaneSums(TriageModel model)
{
    private readonly List<int> _lanes = [];

    public int Count => _lanes.Count;

    public void Choose(List<Target> targets)
    {
        _lanes.Clear();
        foreach (var (head, label) in targets)
        {
            var (first, count) = head.Kind == HeadKind.OneOf ? (head.FirstLane, head.Labels.Count) : (head.FirstLane + label, 1);
            for (var lane = first; lane < first + count; lane++)
            {
                if (!_lanes.Contains(lane))
                {
                    _lanes.Add(lane);
                }
            }
        }
    }

    public void Add(uint feature, int sign, int[] sums)
    {
        var row = model.Weights.AsSpan((int)(feature >> (32 - model.Bits)) * model.Lanes, model.Lanes);
        foreach (var lane in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lanes))
        {
            sums[lane] += sign * row[lane];
        }
    }

    public void Add(ReadOnlySpan<uint> features, int[] sums)
    {
        foreach (var feature in features)
        {
            Add(feature, 1, sums);
        }
    }

    /// <summary>Adds what was saved.</summary>
    public void Add(ReadOnlySpan<int> saved, int[] into)
    {
        for (var i = 0; i < _lanes.Count; i++)
        {
            into[_lanes[i]] += saved[i];
        }
    }

    /// <summary>Keeps what the chosen lanes hold.</summary>
    public void Save(int[] sums, Span<int> into)
    {
        for (var i = 0; i < _lanes.Count; i++)
        {
            into[i] = sums[_lanes[i]];
        }
    }

    /// <summary>Sets the chosen lanes to one sum less what was saved.</summary>
    public void Less(int[] sums, ReadOnlySpan<int> saved, int[] into)
    {
        for (var i = 0; i < _lanes.Count; i++)
        {
            into[_lanes[i]] = sums[_lanes[i]] - saved[i];
        }
    }

    public void Clear(int[] sums)
    {
        foreach (var lane in _lanes)
        {
            sums[lane] = 0;
        }
    }
}
