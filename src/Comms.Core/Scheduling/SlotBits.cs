using System.Numerics;

namespace Comms.Core.Scheduling;

/// <summary>
/// Which of many slots are free, found without walking over those that are taken: a bit for each slot, and over each 64 of
/// a level one bit that says that all are taken. The first free one at or after a place is found in one look a level,
/// O(log64 n) (benchmark <c>NextFreeSlotBenchmarks</c>). Not thread-safe.
/// </summary>
internal sealed class SlotBits
{
    private const int Shift = 6;
    private const int Mask = 63;

    private readonly List<ulong[]> _levels = [new ulong[1]];

    /// <summary>Marks a slot as taken or as free.</summary>
    public void Set(int slot, bool taken)
    {
        Grow(slot);
        for (var level = 0; level < _levels.Count; level++)
        {
            ref var word = ref _levels[level][slot >> Shift];
            var bit = 1UL << (slot & Mask);
            word = taken ? word | bit : word & ~bit;
            slot >>= Shift;
            taken = word == ulong.MaxValue;
        }
    }

    /// <summary>Whether a slot is taken.</summary>
    public bool IsTaken(int slot) => slot >> Shift is var at && at < _levels[0].Length && (_levels[0][at] >> (slot & Mask) & 1) != 0;

    /// <summary>The first slot at or after a place that is not taken. Beyond what was ever marked, every slot is free.</summary>
    public int NextFree(int from)
    {
        var level = 0;
        var at = from;
        while (true)
        {
            if (level == _levels.Count || at >> Shift >= _levels[level].Length)
            {
                return Descend(at, level);
            }

            var free = ~_levels[level][at >> Shift] & (ulong.MaxValue << (at & Mask));
            if (free != 0)
            {
                return Descend((at & ~Mask) + BitOperations.TrailingZeroCount(free), level);
            }

            at = (at >> Shift) + 1;
            level++;
        }
    }

    /// <summary>From a place of a level, which is not full, to the first free slot under it.</summary>
    private int Descend(int at, int level)
    {
        while (level > 0)
        {
            level--;
            var word = at < _levels[level].Length ? _levels[level][at] : 0;
            at = (at << Shift) + BitOperations.TrailingZeroCount(~word);
        }

        return at;
    }

    private void Grow(int slot)
    {
        var words = (slot >> Shift) + 1;
        for (var level = 0; ; level++)
        {
            if (level == _levels.Count)
            {
                _levels.Add(new ulong[1]);
                Summarise(level);
            }

            if (_levels[level].Length < words)
            {
                var more = new ulong[Math.Max(words, _levels[level].Length * 2)];
                _levels[level].CopyTo(more, 0);
                _levels[level] = more;
            }

            if (_levels[level].Length == 1)
            {
                return;
            }

            words = (_levels[level].Length + Mask) >> Shift;
        }
    }

    private void Summarise(int level)
    {
        var below = _levels[level - 1];
        for (var word = 0; word < Math.Min(below.Length, 64); word++)
        {
            _levels[level][0] |= below[word] == ulong.MaxValue ? 1UL << word : 0;
        }
    }
}
