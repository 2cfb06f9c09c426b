using Comms.Core.Triage.Training;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class SparseRowsTests
{
    private const int Width = 16;

    [Fact]
    public void Equal_buckets_of_a_row_are_summed()
    {
        var rows = Rows([[3, 1, 3]]);

        Assert.Equal([1, 3], rows.Buckets(0));
        Assert.Equal([0.5f, 1], rows.Values(0));
    }

    [Fact]
    public void Rows_score_the_same_under_new_numbers_but_for_what_is_left_out() =>
        Gen.Int[0, Width - 1].Array[0, 12].Array[1, 12].Sample(buckets =>
        {
            var (rows, fewer) = (Rows(buckets), Rows(buckets).Without(2));
            var weights = fewer.Widen([.. Enumerable.Range(1, fewer.Width).Select(number => (float)number)]);
            for (var row = 0; row < rows.Count; row++)
            {
                var sum = 0f;
                for (var i = 0; i < fewer.Buckets(row).Length; i++)
                {
                    sum += (fewer.Buckets(row)[i] + 1) * fewer.Values(row)[i];
                }

                Assert.Equal(sum, Separator.Dot(weights, rows.Buckets(row), rows.Values(row)), 1e-3);
            }
        });

    private static SparseRows Rows(int[][] buckets)
    {
        var builder = new SparseRows.Builder(Width);
        foreach (var row in buckets)
        {
            builder.Begin();
            Array.ForEach(row, bucket => builder.Add(bucket, 0.5f));
        }

        return builder.Build();
    }
}
