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

        var builder = new Builder(Width);
        for (var row = 0; row < Count; row++)
        {
            builder.Begin();
            var buckets = Buckets(row);
            var values = Values(row);
            for (var i = 0; i < buckets.Length; i++)
            {
                if (rows[buckets[i]] >= least)
                {
                    builder.Add(buckets[i], values[i]);
                }
            }
        }

        return builder.Build();
    }

    /// <summary>Takes rows one after another; equal buckets of a row are summed.</summary>
    public sealed class Builder(int width)
    {
        private readonly List<int> _starts = [];
        private readonly List<int> _buckets = [];
        private readonly List<float> _values = [];
        private readonly List<(int Bucket, float Value)> _row = [];

        public void Begin()
        {
            Flush();
            _starts.Add(_buckets.Count);
        }

        public void Add(int bucket, float value) => _row.Add((bucket, value));

        public SparseRows Build()
        {
            Flush();
            _starts.Add(_buckets.Count);
            return new SparseRows([.. _starts], [.. _buckets], [.. _values], width);
        }

        private void Flush()
        {
            _row.Sort(static (one, other) => one.Bucket.CompareTo(other.Bucket));
            var begin = _buckets.Count;
            foreach (var (bucket, value) in _row)
            {
                if (_buckets.Count > begin && _buckets[^1] == bucket)
                {
                    _values[^1] += value;
                    continue;
                }

                _buckets.Add(bucket);
                _values.Add(value);
            }

            _row.Clear();
        }
    }
}
