namespace Comms.Core.Triage.Training;

/// <summary>Seeded chance: xorshift64*, the same on every machine. (Vigna 2016, constants 12, 25, 27.)</summary>
internal struct Shuffle(int seed)
{
    private ulong _state = ((ulong)(uint)seed * 2) + 0x9E3779B97F4A7C15;

    public void Apply(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545F4914F6CDD1D;
    }
}
