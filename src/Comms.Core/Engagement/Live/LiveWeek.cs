namespace Comms.Core.Engagement.Live;

/// <summary>The acts of one week, and what they sum to over all accounts. Goes as a whole when the window has passed it.</summary>
internal sealed class LiveWeek
{
    // 64 KiB each: below what the garbage collector keeps apart.
    private const int ChunkLength = 2048;

    private readonly List<LiveAct[]> _chunks = [];

    /// <summary>How many acts it was given.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them were removed with their account.</summary>
    public int Removed { get; set; }

    /// <summary>The sum of what the week counts for each account, from 0 to 1 each.</summary>
    public double Quality { get; set; }

    /// <summary>Turns of either side that began in it.</summary>
    public int Turns { get; set; }

    /// <summary>Those of them that were answered.</summary>
    public int Answered { get; set; }

    /// <summary>The accounts whose newest act lies in it.</summary>
    public int Accounts { get; set; }

    public ref LiveAct this[int at] => ref _chunks[at / ChunkLength][at % ChunkLength];

    /// <summary>Takes an act; gives where it stands.</summary>
    public int Add(in LiveAct act)
    {
        if (Count == _chunks.Count * ChunkLength)
        {
            _chunks.Add(new LiveAct[ChunkLength]);
        }

        this[Count] = act;
        return Count++;
    }
}
