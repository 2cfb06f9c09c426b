namespace Comms.Core.Triage.Training;

/// <summary>Examples as rows of (bucket, value), laid end to end.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _buckets;
    private readonly float[] _values;

    private readonly int[] _names;
    private readonly int _widest;

    private SparseRows(int[] starts, int[] buckets, float[] values, int[] names, int widest)
    {
        _starts = starts;
        _buckets = buckets;
        _values = values;
        _names = names;
        _widest = widest;
    }

    public int Count => _starts.Length - 1;

    /// <summary>How many buckets there are.</summary>
    public int Width => _names.Length;

    public ReadOnlySpan<int> Buckets(int row) => _buckets.AsSpan(_starts[row].._starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>
    /// Leaves out the buckets that fewer than <paramref name="least"/> of the rows have: they teach noise. The others get
    /// new numbers, those of most rows first, so that the weights that are read most lie side by side in the cache.
    /// </summary>
    public SparseRows Without(int least)
    {
        var rows = new int[Width];
        foreach (var bucket in _buckets)
        {
            rows[bucket]++;
        }

        var names = Enumerable.Range(0, Width).Where(bucket => rows[bucket] >= least).OrderByDescending(bucket => rows[bucket]).ToArray();
        var numbers = new int[Width];
        Array.Fill(numbers, -1);
        for (var number = 0; number < names.Length; number++)
        {
            numbers[names[number]] = number;
        }

        return Renumber(numbers, names);
    }

    /// <summary>Weights by the buckets' first numbers, before any was left out.</summary>
    public float[] Widen(float[] weights)
    {
        var wide = new float[_widest];
        for (var bucket = 0; bucket < weights.Length; bucket++)
        {
            wide[_names[bucket]] = weights[bucket];
        }

        return wide;
    }

    private SparseRows Renumber(int[] numbers, int[] names)
    {
        var starts = new int[_starts.Length];
        var kept = 0;
        for (var row = 0; row < Count; row++)
        {
            foreach (var bucket in Buckets(row))
            {
                kept += numbers[bucket] >= 0 ? 1 : 0;
            }

            starts[row + 1] = kept;
        }

        var (buckets, values) = (new int[kept], new float[kept]);
        for (int from = 0, to = 0; from < _buckets.Length; from++)
        {
            if (numbers[_buckets[from]] is >= 0 and var number)
            {
                (buckets[to], values[to++]) = (number, _values[from]);
            }
        }

        return new SparseRows(starts, buckets, values, names, _widest);
    }

    /// <summary>Takes rows one after another; equal buckets of a row are summed. Values are above 0.</summary>
    public sealed class Builder(int width)
    {
        private readonly List<int> _starts = [];
        private readonly List<int> _buckets = [];
        private readonly List<float> _values = [];
        private readonly float[] _sums = new float[width];
        private readonly List<int> _row = [];

        public void Begin()
        {
            Flush();
            _starts.Add(_buckets.Count);
        }

        public void Add(int bucket, float value)
        {
            if (_sums[bucket] == 0)
            {
                _row.Add(bucket);
            }

            _sums[bucket] += value;
        }

        public SparseRows Build()
        {
            Flush();
            _starts.Add(_buckets.Count);
            return new SparseRows([.. _starts], [.. _buckets], [.. _values], [.. Enumerable.Range(0, width)], width);
        }

        private void Flush()
        {
            _row.Sort();
            _buckets.AddRange(_row);
            foreach (var bucket in _row)
            {
                _values.Add(_sums[bucket]);
                _sums[bucket] = 0;
            }

            _row.Clear();
        }
    }
}
