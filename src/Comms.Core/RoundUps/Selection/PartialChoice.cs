namespace Comms.Core.RoundUps.Selection;

/// <summary>A choice that is made for some items and open for the others.</summary>
internal sealed class PartialChoice
{
    private readonly CoverageModel _model;
    private readonly sbyte[] _decided;
    private readonly double[] _sums;

    /// <summary>Nothing is decided yet, but that what takes no words is taken.</summary>
    public PartialChoice(CoverageModel model, int words)
    {
        _model = model;
        _decided = new sbyte[model.Items.Count];
        _sums = new double[model.Topics];
        Left = words;
        for (var at = 0; at < model.Items.Count; at++)
        {
            if (model.Items[at].Words == 0)
            {
                Take(at);
            }
        }
    }

    private PartialChoice(PartialChoice other)
    {
        _model = other._model;
        _decided = [.. other._decided];
        _sums = [.. other._sums];
        Left = other.Left;
    }

    /// <summary>The words that are left.</summary>
    public int Left { get; private set; }

    /// <summary>What the items taken so far are worth.</summary>
    public double Worth => _sums.Sum(Math.Sqrt);

    public IEnumerable<int> Taken => Enumerable.Range(0, _decided.Length).Where(at => _decided[at] > 0);

    public bool Has(int at) => _decided[at] > 0;

    public double Sum(int topic) => _sums[topic];

    /// <summary>Whether an item may still be taken, and fits.</summary>
    public bool IsOpen(int at) => _decided[at] == 0 && _model.Items[at].Words <= Left;

    public double Gain(int at)
    {
        var gain = 0d;
        foreach (var topic in _model.Items[at].Topics)
        {
            gain += Math.Sqrt(_sums[topic] + _model.Items[at].Worth) - Math.Sqrt(_sums[topic]);
        }

        return gain;
    }

    public PartialChoice With(int at)
    {
        var child = new PartialChoice(this);
        child.Take(at);
        return child;
    }

    public PartialChoice Without(int at)
    {
        var child = new PartialChoice(this);
        child._decided[at] = -1;
        return child;
    }

    public PartialChoice Copy() => new(this);

    public void Take(int at)
    {
        _decided[at] = 1;
        Left -= _model.Items[at].Words;
        foreach (var topic in _model.Items[at].Topics)
        {
            _sums[topic] += _model.Items[at].Worth;
        }
    }
}
