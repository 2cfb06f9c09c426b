using Comms.Core.Scheduling;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class SlotBitsTests
{
    [Fact]
    public void They_are_a_set_of_numbers() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5000], Gen.Int[1, 700], Gen.Bool).Array[1, 40].Sample(steps =>
        {
            var bits = new SlotBits();
            var model = new HashSet<int>();
            foreach (var (scale, start, length, taken) in steps)
            {
                var from = start << (scale * 3);
                for (var slot = from; slot < from + length; slot++)
                {
                    bits.Set(slot, taken);
                    _ = taken ? model.Add(slot) : model.Remove(slot);
                }

                foreach (var at in (int[])[0, from, from + length, from + (length / 2), 300_000])
                {
                    var free = at;
                    while (model.Contains(free))
                    {
                        free++;
                    }

                    Assert.Equal(free, bits.NextFree(at));
                    Assert.Equal(model.Contains(at), bits.IsTaken(at));
                }
            }
        }, iter: 100);

    [Theory]
    [InlineData(64)]
    [InlineData(64 * 64)]
    [InlineData(64 * 64 * 64)]
    public void A_level_that_comes_later_knows_what_was_taken_before_it(int full)
    {
        var bits = new SlotBits();
        for (var slot = 0; slot < full; slot++)
        {
            bits.Set(slot, taken: true);
        }

        bits.Set(full * 70, taken: true);
        Assert.Equal(full, bits.NextFree(0));
        Assert.Equal((full * 70) + 1, bits.NextFree(full * 70));
        bits.Set(0, taken: false);
        Assert.Equal(0, bits.NextFree(0));
        Assert.Equal(full, bits.NextFree(1));
    }

    [Fact]
    public void It_looks_once_a_level_and_never_over_what_is_taken()
    {
        var bits = new SlotBits();
        for (var slot = 0; slot < 300_000; slot++)
        {
            bits.Set(slot, taken: true);
        }

        bits.Set(12_345, taken: false);
        Assert.Equal([12_345, 12_345, 300_000], [bits.NextFree(0), bits.NextFree(12_345), bits.NextFree(12_346)]);
        Assert.False(bits.IsTaken(12_345));
        Assert.False(bits.IsTaken(5_000_000));
    }
}
