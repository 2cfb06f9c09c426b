using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Corrections;

/// <summary>What the local layer sees of a text: its words, and pairs of words that stand side by side in a sentence.</summary>
internal static class LocalFeatures
{
    /// <summary>The most features of one text; what comes after is not looked at, so that the cost is bounded.</summary>
    public const int Most = 512;

    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>The features of a text, in its order, with repetitions.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="into">At least <see cref="Most"/> long.</param>
    /// <returns>How many.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<ulong> into)
    {
        var reader = new TokenReader(text);
        var (count, previous) = (0, 0UL);
        while (count < Most - 1 && reader.Read())
        {
            previous = reader.Before == Boundary.Stop ? 0 : previous;
            if (reader.Kind is TokenKind.Mark or TokenKind.Link)
            {
                continue;
            }

            var word = PersonWords.Is(reader.Hash) ? PersonWords.Person : Hash(Offset, reader.Folded);
            into[count++] = word;
            if (previous != 0)
            {
                into[count++] = (previous * Prime) ^ word;
            }

            previous = word;
        }

        return count;
    }

    public static ulong[] Of(string text)
    {
        Span<ulong> features = stackalloc ulong[Most];
        return features[..Read(text, features)].ToArray();
    }

    /// <summary>FNV-1a. The layer is learnt anew by each program, so that no stored thing rests on it.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash;
    }
}
