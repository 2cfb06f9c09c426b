namespace Comms.Core.RoundUps.Selection;

/// <summary>
/// How much a partial choice can still become worth, where parts of items may be taken. The root is concave: at any sums of
/// the topics its tangents lie above it, and what is worth most along tangents fills the budget by worth for each word. So
/// every step gives an upper bound, and the steps (Frank and Wolfe 1956) lead to sums at which it is the least there is.
/// </summary>
internal sealed class Relaxation
{
    private const int Steps = 12;

    private readonly CoverageModel _model;
    private readonly PartialChoice _choice;
    private readonly int[] _open;
    private readonly double[] _shares;
    private readonly double[] _slopes;
    private readonly double[] _values;
    private double _bound;
    private double _price;

    /// <param name="model">All items.</param>
    /// <param name="choice">What is decided.</param>
    /// <param name="start">A completion of the choice, from which the steps begin.</param>
    public Relaxation(CoverageModel model, PartialChoice choice, PartialChoice start)
    {
        _model = model;
        _choice = choice;
        _open = [.. Enumerable.Range(0, model.Items.Count).Where(choice.IsOpen)];
        _shares = new double[model.Items.Count];
        _values = new double[model.Items.Count];
        _slopes = new double[model.Topics];
        foreach (var at in _open)
        {
            _shares[at] = start.Has(at) ? 1 : 0;
        }

        Bound = double.PositiveInfinity;
        for (var step = 0; step < Steps; step++)
        {
            Improve(2d / (step + 3));
        }
    }

    /// <summary>No completion of the choice is worth more.</summary>
    public double Bound { get; private set; }

    /// <summary>Of the steps' choices, how much they hold of an open item: from 0 to 1.</summary>
    public double Share(int at) => _shares[at];

    /// <summary>Whether no completion that is worth so much can hold an open item.</summary>
    public bool IsHopeless(int at, double worth) =>
        _choice.IsOpen(at) && _bound + Math.Min(0, _values[at] - (_price * _model.Items[at].Words)) < worth;

    private void Improve(double pace)
    {
        _bound = Tangents();
        var filled = Fill();
        _bound += filled.Worth;
        Bound = Math.Min(Bound, _bound);
        foreach (var at in _open)
        {
            _shares[at] += pace * (filled.Shares[at] - _shares[at]);
        }
    }

    /// <summary>Lays tangents at the topics' sums so far; gives the worth of what is decided along them.</summary>
    private double Tangents()
    {
        var sums = new double[_model.Topics];
        var items = new double[_model.Topics];
        foreach (var at in _open)
        {
            foreach (var topic in _model.Items[at].Topics)
            {
                sums[topic] += _shares[at] * _model.Items[at].Worth;
                items[topic] += _shares[at];
            }
        }

        var worth = 0d;
        for (var topic = 0; topic < sums.Length; topic++)
        {
            // Of one item or less, what it adds by itself is the better bound; the root of a part of it is far above that.
            var open = items[topic] > 1 ? sums[topic] : 0;
            var at = _choice.Sum(topic) + open;
            _slopes[topic] = open > 0 ? 0.5 / Math.Sqrt(at) : double.PositiveInfinity;
            worth += Math.Sqrt(at) - (open > 0 ? open * _slopes[topic] : 0);
        }

        return worth;
    }

    /// <summary>What an item adds to a topic by itself: it adds no more to a larger choice, and so may bound it where that is less than its tangent.</summary>
    private double Gain(int topic, double worth) => Math.Sqrt(_choice.Sum(topic) + worth) - Math.Sqrt(_choice.Sum(topic));

    /// <summary>Fills the budget by worth for each word along the tangents; the last item in part.</summary>
    private (double Worth, double[] Shares) Fill()
    {
        var rates = new double[_open.Length];
        for (var i = 0; i < _open.Length; i++)
        {
            var item = _model.Items[_open[i]];
            _values[_open[i]] = item.Topics.Sum(topic => Math.Min(item.Worth * _slopes[topic], Gain(topic, item.Worth)));
            rates[i] = -_values[_open[i]] / item.Words;
        }

        var order = _open.ToArray();
        Array.Sort(rates, order);
        var shares = new double[_model.Items.Count];
        var (worth, left) = (0d, (double)_choice.Left);
        _price = 0;
        foreach (var at in order)
        {
            var share = Math.Min(1, left / _model.Items[at].Words);
            shares[at] = share;
            worth += share * _values[at];
            left -= share * _model.Items[at].Words;
            if (share < 1)
            {
                _price = _values[at] / _model.Items[at].Words;
                break;
            }
        }

        return (worth, shares);
    }
}
