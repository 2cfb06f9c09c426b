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
}
