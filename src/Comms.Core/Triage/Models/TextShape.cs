using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Comms.Core.Triage.Models;

/// <summary>How a text is typed, whatever it says: its capitals, its gaps, how it begins and ends.</summary>
internal readonly record struct TextShape(int Capitals, int Smalls, int InnerCapitals, bool WideGaps, bool Breaks, bool Trails, bool Tagged, char First, char Last)
{
    /// <summary>In UTF-16 units: of a longer text the beginning is enough.</summary>
    public const int LongestRead = 4_096;

    public static TextShape Of(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        var read = text[..Math.Min(text.Length, LongestRead)];
        ref var letters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(read));
        int capitals = 0, smalls = 0, inner = 0, at = 1;
        var gaps = Vector128<ushort>.Zero;
        var tags = Vector128<ushort>.Zero;
        var breaks = Vector128<ushort>.Zero;
        if (read.Length > 0)
        {
            Count(read[0], ' ', ref capitals, ref smalls, ref inner);
        }

        for (; at + Vector128<ushort>.Count <= read.Length; at += Vector128<ushort>.Count)
        {
            var here = Vector128.LoadUnsafe(ref letters, (nuint)at);
            var before = Vector128.LoadUnsafe(ref letters, (nuint)(at - 1));
            var big = IsCapital(here);
            capitals += Ones(big);
            smalls += Ones(IsSmall(here));
            inner += Ones(big & IsSmall(before));
            gaps |= Vector128.Equals(here, Vector128.Create((ushort)' ')) & Vector128.Equals(before, Vector128.Create((ushort)' '));
            tags |= Vector128.Equals(here, Vector128.Create((ushort)'#'));
            breaks |= Vector128.Equals(here, Vector128.Create((ushort)'\n'));
        }

        var wide = gaps != Vector128<ushort>.Zero;
        var broken = breaks != Vector128<ushort>.Zero || (read.Length > 0 && read[0] == '\n');
        var tagged = tags != Vector128<ushort>.Zero || (read.Length > 0 && read[0] == '#');
        for (; at < read.Length; at++)
        {
            Count(read[at], read[at - 1], ref capitals, ref smalls, ref inner);
            wide |= read[at] == ' ' && read[at - 1] == ' ';
            broken |= read[at] == '\n';
            tagged |= read[at] == '#';
        }

        return new TextShape(
            capitals, smalls, inner, wide, broken, trimmed.Length < text.Length, tagged, text.IsEmpty ? ' ' : text[0], trimmed.IsEmpty ? ' ' : trimmed[^1]);
    }

    /// <summary>The same, as if no letter had been counted of names and pronouns.</summary>
    public TextShape Without(LetterCounts letters) => this with
    {
        Capitals = Capitals - letters.Capitals,
        Smalls = Smalls - letters.Smalls,
        InnerCapitals = InnerCapitals - letters.Inner,
    };

    public void Fill(Span<byte> steps)
    {
        steps[0] = (byte)Math.Min(InnerCapitals, 3);
        steps[1] = CapitalStep();
        steps[2] = Ending();
        steps[3] = WideGaps ? (byte)1 : (byte)0;
        steps[4] = char.IsLower(First) ? (byte)1 : (byte)0;
        steps[5] = Breaks ? (byte)1 : (byte)0;
        steps[6] = Trails ? (byte)1 : (byte)0;
    }

    private byte CapitalStep()
    {
        if (Capitals == 0)
        {
            return 0;
        }

        return (byte)(Smalls == 0 ? 5 : (Capitals * 100 / (Capitals + Smalls)) switch
        {
            < 3 => 1,
            < 6 => 2,
            < 15 => 3,
            _ => 4,
        });
    }

    private byte Ending() => Last switch
    {
        '.' => 1,
        '!' => 2,
        '?' => 3,
        _ => char.IsLetterOrDigit(Last) ? (byte)4 : (byte)5,
    };

    private static void Count(char here, char before, ref int capitals, ref int smalls, ref int inner)
    {
        var big = char.IsAsciiLetterUpper(here);
        capitals += big ? 1 : 0;
        smalls += char.IsAsciiLetterLower(here) ? 1 : 0;
        inner += big && char.IsAsciiLetterLower(before) ? 1 : 0;
    }

    private static Vector128<ushort> IsCapital(Vector128<ushort> letters) =>
        Vector128.LessThan(letters - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));

    private static Vector128<ushort> IsSmall(Vector128<ushort> letters) =>
        Vector128.LessThan(letters - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));

    private static int Ones(Vector128<ushort> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());
}
