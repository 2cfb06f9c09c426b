using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>What one pass over a text gathers. Reused from text to text; belongs to one thread at a time.</summary>
internal sealed class ScanState(int stride)
{
    private readonly short[] _sum = new short[stride];
    private readonly short[] _messageSum = new short[stride];
    private readonly int[] _totals = new int[stride];

    private int _left = short.MaxValue;

    public MessageFeatures Message;

    public Span<short> Sum => _sum;

    public Span<short> MessageSum => _messageSum;

    public ReadOnlySpan<int> Totals => _totals;

    public PhraseMarks Marks { get; } = new();

    public SignalMatches Matches { get; } = new();

    public int Features { get; set; }

    public int Words { get; set; }

    public int Known { get; set; }

    /// <summary>Handles and links that the model does not know.</summary>
    public int Strange { get; set; }

    public bool Tagged { get; set; }

    public ulong Votes { get; set; }

    public int ForeignLetters { get; set; }

    public char ForeignSample { get; set; }

    public bool SawDigitOrAt { get; set; }

    public bool Cut { get; set; }

    public void Begin(SignalTable signals)
    {
        Array.Clear(_sum);
        Array.Clear(_messageSum);
        Array.Clear(_totals);
        Message = default;
        _left = short.MaxValue;
        Marks.Clear();
        Matches.Clear(signals);
        Features = Words = Known = Strange = ForeignLetters = 0;
        Votes = 0;
        SawDigitOrAt = Cut = false;
    }

    /// <summary>Makes sure that what is added next, at most this much in any lane, cannot overflow 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(int most)
    {
        _left -= most;
        if (_left < 0)
        {
            Flush();
            _left -= most;
        }
    }

    /// <summary>Moves the 16-bit sums on to where they have room.</summary>
    public void Flush()
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(_sum);
        ref var to = ref MemoryMarshal.GetArrayDataReference(_totals);
        for (var lane = 0; lane < _sum.Length; lane += 8)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)lane));
            (Vector128.LoadUnsafe(ref to, (nuint)lane) + low).StoreUnsafe(ref to, (nuint)lane);
            (Vector128.LoadUnsafe(ref to, (nuint)lane + 4) + high).StoreUnsafe(ref to, (nuint)lane + 4);
        }

        Array.Clear(_sum);
        _left = short.MaxValue;
    }

    /// <summary>A lane's score, as it was trained: tokens over the root of their features' number, the message beside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int lane, float scale, float bias, float root) =>
        (scale * ((_totals[lane] * root) + (_messageSum[lane] * LinearModel.MessageWeight))) + bias;

    public float Root => 1f / MathF.Sqrt(Math.Max(1, Features));
}
