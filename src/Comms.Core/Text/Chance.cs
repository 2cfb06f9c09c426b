namespace Comms.Core.Text;

/// <summary>
/// Seeded chance, the same on every machine and version, so that a printed seed replays: SplitMix64
/// (Steele, Lea and Flood, https://doi.org/10.1145/2714064.2660195).
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to one less than the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From 0 to just below 1, in steps of 2⁻⁵³.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something of these odds, from 0 to 1, happens.</summary>
    public bool Happens(double odds) => Share() < odds;

    public bool OneIn(int odds) => Below(odds) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = (byte)Next();
        }
    }
}
