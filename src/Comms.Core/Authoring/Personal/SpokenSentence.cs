using Comms.Core.Authoring.Style;

namespace Comms.Core.Authoring.Personal;

/// <summary>The names of the organisation in one sentence.</summary>
internal sealed class SpokenSentence(string text, int start, int end, bool[] quoted, IReadOnlyList<string> names)
{
    private readonly List<PersonalEdit> _edits = [];
    private bool _isOurs;

    public IReadOnlyList<PersonalEdit> Edits()
    {
        var seed = StyleSeeds.Personal;
        var before = "";
        for (var at = start; at < end;)
        {
            if (!char.IsLetter(text[at]))
            {
                before = text[at] is ' ' ? before : "";
                at++;
                continue;
            }

            var next = quoted[at] ? WordEnd(at) : Named(at) is { } name ? Speak(at, name, before, seed) : Follow(at, before, seed);
            before = text[at..next];
            before = before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant();
            at = next;
        }

        return _edits;
    }

    /// <returns>Where the name of the organisation ends that begins here; null where none does.</returns>
    private int? Named(int at)
    {
        var from = string.Compare(text, at, "the ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? at + 4 : at;
        foreach (var name in names)
        {
            foreach (var begin in from == at ? new[] { at } : [at, from])
            {
                if (string.Compare(text, begin, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && begin + name.Length is var stop && stop <= end && (stop == text.Length || !char.IsLetterOrDigit(text[stop])))
                {
                    return stop;
                }
            }
        }

        return null;
    }

    /// <returns>Where to go on.</returns>
    private int Speak(int at, int stop, string before, PersonalSeed seed)
    {
        if (stop < end && text[stop] is '\'' or '’')
        {
            var whole = stop + 1 < end && text[stop + 1] is 's' or 'S' && WordEnd(stop + 1) == stop + 2 ? stop + 2 : stop + 1;
            return Change(at, whole, "our", "it is ours");
        }

        var (word, from, till) = Next(stop);
        if (seed.Between.Contains(word))
        {
            (word, from, till) = Next(till);
        }

        if (seed.ObjectAfter.Contains(before))
        {
            return word.Length == 0 || seed.ObjectBefore.Contains(word) ? Change(at, stop, "us", "we speak") : Leave(at, stop);
        }

        if (seed.LeftAfter.Contains(before) || !SaysWhatWeDo(word, seed))
        {
            return Leave(at, stop);
        }

        _isOurs = true;
        Change(at, stop, "we", "we speak");
        return seed.SubjectTo.TryGetValue(word, out var ours) ? Change(from, till, ours, "as it goes with “we”") : stop;
    }

    /// <summary>What goes with a subject that became “we”: “its”, and “it” where it is said of the same.</summary>
    private int Follow(int at, string before, PersonalSeed seed)
    {
        var stop = WordEnd(at);
        var word = text[at..stop].ToLowerInvariant();
        if (!_isOurs)
        {
            return stop;
        }

        if (word is "its" or "itself")
        {
            return Change(at, stop, word == "its" ? "our" : "ourselves", "it goes with “we”: look whether it does");
        }

        if (word != "it" || !seed.Saying.Contains(before))
        {
            return stop;
        }

        var (verb, from, till) = Next(stop);
        Change(at, stop, "we", "we speak");
        return seed.SubjectTo.TryGetValue(verb, out var ours) ? Change(from, till, ours, "as it goes with “we”") : stop;
    }

    private static bool SaysWhatWeDo(string word, PersonalSeed seed) =>
        seed.SubjectTo.ContainsKey(word) || seed.SubjectAsIs.Contains(word) || (word.EndsWith("ed", StringComparison.Ordinal) && Participles.Has(word));

    /// <returns>The word after a place, if nothing but a space stands between; empty where there is none.</returns>
    private (string Word, int From, int Till) Next(int at)
    {
        var from = at + 1;
        if (from >= end || text[at] != ' ' || !char.IsLetter(text[from]))
        {
            return ("", at, at);
        }

        var till = WordEnd(from);
        return (text[from..till].Replace('’', '\'').ToLowerInvariant(), from, till);
    }

    private int WordEnd(int at)
    {
        while (at < end && (char.IsLetter(text[at]) || (text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private int Change(int at, int stop, string words, string why)
    {
        var isFirst = at == start || string.IsNullOrWhiteSpace(text[start..at]);
        _edits.Add(new PersonalEdit(at, stop - at, text[at..stop], isFirst ? char.ToUpperInvariant(words[0]) + words[1..] : words, why));
        return stop;
    }

    private int Leave(int at, int stop)
    {
        _edits.Add(new PersonalEdit(at, stop - at, text[at..stop], After: null, "no rule can tell what should stand here"));
        return stop;
    }
}
