using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Models;

/// <summary>What the model sees of a message as a whole: how its lexicon words add up, how long it is, how it is marked.</summary>
internal struct MessageFeatures
{
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

    /// <summary>The step that each property of <see cref="MessageProperties"/> stands at.</summary>
    public readonly void Fill(in TextShape shape, Span<byte> steps)
    {
        steps[0] = Squeezed(_vader, 150);
        steps[1] = Squeezed(_afinn, 200);
        steps[2] = (byte)Math.Min(_good, 4);
        steps[3] = (byte)Math.Min(_bad, 4);
        steps[4] = LengthStep(Tokens);
        steps[5] = (byte)((Asks ? 1 : 0) + (Exclaims ? 2 : 0) + (Contrasts ? 4 : 0));
        steps[6] = (byte)((Math.Min(_good, 2) * 3) + Math.Min(_bad, 2));
        shape.Fill(steps[MessageProperties.FirstOfShape..]);
    }

    /// <summary>The sum s, in tenths, squeezed to s / (|s| + half) and cut in ten steps to either side.</summary>
    private static byte Squeezed(int sum, int half) => (byte)(10 + (10 * sum / (Math.Abs(sum) + half)));

    private static byte LengthStep(int tokens) => tokens switch
    {
        <= 4 => (byte)tokens,
        <= 7 => 5,
        <= 12 => 6,
        <= 20 => 7,
        <= 40 => 8,
        <= 80 => 9,
        _ => 10,
    };
}
