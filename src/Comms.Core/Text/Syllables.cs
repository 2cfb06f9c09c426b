namespace Comms.Core.Text;

/// <summary>How many syllables an English word has, by its letters: runs of vowels, less the silent ones. An estimate.</summary>
internal static class Syllables
{
    public static int Of(ReadOnlySpan<char> word)
    {
        var (count, inVowels) = (0, false);
        foreach (var letter in word)
        {
            var isVowel = IsVowel(letter);
            count += isVowel && !inVowels ? 1 : 0;
            inVowels = isVowel;
        }

        return Math.Max(1, count - Silent(word) + Apart(word));
    }

    /// <summary>The e of "make", "makes" and "asked"; those of "table" and "wanted" are said.</summary>
    private static int Silent(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        if (Ends(word, "e") && !IsVowel(word[^2]))
        {
            return Ends(word, "le") && !IsVowel(word[^3]) ? 0 : 1;
        }

        if (Ends(word, "es") && word.Length > 3 && !IsVowel(word[^3]))
        {
            return word[^3] is 's' or 'z' or 'x' or 'c' or 'g' || (word[^3] == 'h' && word[^4] is 's' or 'c') ? 0 : 1;
        }

        return Ends(word, "ed") && word.Length > 3 && !IsVowel(word[^3]) && word[^3] is not ('t' or 'd') ? 1 : 0;
    }

    /// <summary>Vowels side by side that are two: "medical" has none, "patient" and "create" have.</summary>
    private static int Apart(ReadOnlySpan<char> word)
    {
        var apart = 0;
        for (var i = 0; i + 1 < word.Length; i++)
        {
            apart += (word[i], word[i + 1]) is ('i', 'a') or ('i', 'o') or ('e', 'o') or ('u', 'a') or ('i', 'u') && !IsSoft(word, i) ? 1 : 0;
        }

        return apart;
    }

    /// <summary>"-tion", "-cial" and their like are one.</summary>
    private static bool IsSoft(ReadOnlySpan<char> word, int at) => at > 0 && word[at - 1] is 't' or 'c' or 's' or 'g' or 'q';

    private static bool Ends(ReadOnlySpan<char> word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
}
