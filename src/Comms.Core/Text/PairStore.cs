namespace Comms.Core.Text;

/// <summary>Room for the pairs of many texts in a few large arrays, which a collector passes over at once. Not safe for concurrent use.</summary>
internal sealed class PairStore
{
    private const int Fewest = 64;
    private const int Most = 8192;

    private ulong[] _room = [];
    private int _used;

    public ArraySegment<ulong> Take(int count)
    {
        if (count > _room.Length - _used)
        {
            _room = new ulong[Math.Max(count, Math.Clamp(_room.Length * 2, Fewest, Most))];
            _used = 0;
        }

        _used += count;
        return new ArraySegment<ulong>(_room, _used - count, count);
    }

    /// <summary>Gives back the end of what was taken last.</summary>
    public void GiveBack(int count) => _used -= count;
}
