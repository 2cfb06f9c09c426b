using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Models;

/// <summary>What the model sees of a message as a whole: how its lexicon words add up, how long it is, how it is marked.</summary>
internal struct MessageFeatures
{
    /// <summary>How many features every message has.</summary>
    public const int Count = 7;

    private int _vader;
    private int _afinn;
    private int _good;
    private int _bad;

    public int Tokens { get; private set; }

    /// <summary>How many words feel bad, after negation.</summary>
    public readonly int Bad => _bad;

    public bool Asks { get; set; }

    public bool Exclaims { get; set; }

    public bool Contrasts { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountToken() => Tokens++;

    /// <summary>A negated word counts against itself, at the share that VADER's authors measured (0.74).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Valence valence, bool negated)
    {
        int vader = valence.Vader, afinn = valence.Afinn;
        if (negated)
        {
            vader = vader * -3 / 4;
            afinn = afinn * -3 / 4;
        }

        _vader += vader;
        _afinn += afinn;
        var sign = vader + afinn;
        _good += sign > 0 ? 1 : 0;
        _bad += sign < 0 ? 1 : 0;
    }

    /// <summary>Takes back a token that was counted, and what it added.</summary>
    public void Remove(Valence valence, bool negated)
    {
        var without = default(MessageFeatures);
        without.Add(valence, negated);
        _vader -= without._vader;
        _afinn -= without._afinn;
        _good -= without._good;
        _bad -= without._bad;
        Tokens--;
    }

    public readonly void Fill(Span<uint> into)
    {
        into[0] = Features.OfMessage(0, Compound(_vader, 150));
        into[1] = Features.OfMessage(1, Compound(_afinn, 200));
        into[2] = Features.OfMessage(2, Math.Min(_good, 4));
        into[3] = Features.OfMessage(3, Math.Min(_bad, 4));
        into[4] = Features.OfMessage(4, LengthStep(Tokens));
        into[5] = Features.OfMessage(5, (Asks ? 1 : 0) + (Exclaims ? 2 : 0) + (Contrasts ? 4 : 0));
        into[6] = Features.OfMessage(6, (Math.Min(_good, 2) * 3) + Math.Min(_bad, 2));
    }

    /// <summary>The sum s, in tenths, squeezed to s / (|s| + half) and cut in ten steps to either side.</summary>
    private static int Compound(int sum, int half) => 10 + (10 * sum / (Math.Abs(sum) + half));

    private static int LengthStep(int tokens) => tokens switch
    {
        <= 4 => tokens,
        <= 7 => 5,
        <= 12 => 6,
        <= 20 => 7,
        <= 40 => 8,
        <= 80 => 9,
        _ => 10,
    };
}
