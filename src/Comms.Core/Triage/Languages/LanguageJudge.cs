namespace Comms.Core.Triage.Languages;

/// <summary>Names a text's language from its votes, its script and how many of its words the English model knows.</summary>
internal sealed class LanguageJudge(LanguageLists lists)
{
    public const string English = "en";
    public const string Welsh = "cy";
    public const string Undetermined = "und";

    private readonly int _english = lists.Names.ToList().IndexOf(English);

    /// <param name="votes">The counters.</param>
    /// <param name="words">How many words there are.</param>
    /// <param name="known">How many of them the model knows.</param>
    /// <param name="foreign">How many letters are of another script, of which <paramref name="sample"/> is one.</param>
    /// <param name="sample">A letter of the other script.</param>
    public string Name(ulong votes, int words, int known, int foreign, char sample)
    {
        if (foreign > 0 && foreign >= words)
        {
            return Script(sample);
        }

        var (best, most) = Most(votes);
        var english = _english < 0 ? 0 : (int)(votes >> (8 * _english)) & 0xFF;
        if (best == _english || most == 0)
        {
            return most > 0 || known * 2 >= words && words > 0 ? English : Undetermined;
        }

        // English words stray into other languages less often than their little words into English.
        return most > english && most * 6 >= words ? lists.Names[best] : known * 2 >= words ? English : lists.Names[best];
    }

    private (int Best, int Most) Most(ulong votes)
    {
        var best = _english;
        var most = _english < 0 ? 0 : (int)(votes >> (8 * _english)) & 0xFF;
        for (var i = 0; i < lists.Names.Count; i++)
        {
            var count = (int)(votes >> (8 * i)) & 0xFF;
            if (count > most)
            {
                (best, most) = (i, count);
            }
        }

        return (best, most);
    }

    private static string Script(char letter) => letter switch
    {
        >= '\u0400' and <= '\u052F' => "und-Cyrl",
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0590' and <= '\u05FF' => "he",
        '\u0679' or '\u0688' or '\u0691' or '\u06BE' or '\u06C1' or '\u06CC' or '\u06D2' or '\u06BA' => "ur",
        >= '\u0600' and <= '\u06FF' => "und-Arab",
        >= '\u0900' and <= '\u097F' => "und-Deva",
        >= '\u0980' and <= '\u09FF' => "bn",
        >= '\u0A00' and <= '\u0A7F' => "pa",
        >= '\u0A80' and <= '\u0AFF' => "gu",
        >= '\u0B80' and <= '\u0BFF' => "ta",
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        _ => Undetermined,
    };
}
