namespace Comms.Core.Triage.Training;

/// <summary>Examples as rows of (bucket, value), laid end to end.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _buckets;
    private readonly float[] _values;

    private SparseRows(int[] starts, int[] buckets, float[] values, int width)
    {
        _starts = starts;
        _buckets = buckets;
        _values = values;
        Width = width;
    }

    public int Count => _starts.Length - 1;

    /// <summary>How many buckets there are.</summary>
    public int Width { get; }

    public ReadOnlySpan<int> Buckets(int row) => _buckets.AsSpan(_starts[row].._starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>Leaves out the buckets that fewer than <paramref name="least"/> of the rows have: they teach noise.</summary>
    public SparseRows Without(int least)
    {
        var rows = new int[Width];
        foreach (var bucket in _buckets)
        {
            rows[bucket]++;
        }

        var starts = new int[_starts.Length];
        var kept = 0;
        for (var row = 0; row < Count; row++)
        {
            foreach (var bucket in Buckets(row))
            {
                kept += rows[bucket] >= least ? 1 : 0;
            }

            starts[row + 1] = kept;
        }

        var (buckets, values) = (new int[kept], new float[kept]);
        for (int from = 0, to = 0; from < _buckets.Length; from++)
        {
            if (rows[_buckets[from]] >= least)
            {
                (buckets[to], values[to++]) = (_buckets[from], _values[from]);
            }
        }

        return new SparseRows(starts, buckets, values, Width);
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
            return new SparseRows([.. _starts], [.. _buckets], [.. _values], width);
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
