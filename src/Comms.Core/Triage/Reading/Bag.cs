namespace Comms.Core.Triage.Reading;

/// <summary>A list of bounded length that is filled again and again without allocating; what is over is left out.</summary>
internal sealed class Bag<T>(int most)
{
    private readonly T[] _items = new T[most];

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Where another may write; <see cref="Fill"/> says how much of it was written.</summary>
    public Span<T> Room => _items;

    public void Fill(int count) => Count = count;

    public void Clear() => Count = 0;

    public void Swap(int one, int other) => (_items[one], _items[other]) = (_items[other], _items[one]);

    public void Add(T item)
    {
        if (Count < _items.Length)
        {
            _items[Count++] = item;
        }
    }
}
