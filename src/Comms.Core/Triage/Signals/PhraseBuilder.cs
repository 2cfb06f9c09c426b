using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>
/// Compiles phrases. A phrase is a row of elements: <c>word</c>, <c>one|other</c>, <c>two_words</c>, <c>begin*</c> for
/// any token that begins so, <c>&lt;list&gt;</c> for a named list of words, <c>element?</c> for one that may be missing,
/// and <c>..</c> for up to three tokens in between.
/// </summary>
internal sealed class PhraseBuilder(WordShares common)
{
    private readonly WordClasses _classes = new();
    private readonly List<Phrase> _phrases = [];

    public void Add(string phrase, int signal, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var elements = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(element => Element(element, lists)).ToArray();
        _phrases.Add(new Phrase(signal, elements));
    }

    /// <summary>Adds words as a person writes them, with nothing read into them.</summary>
    public void AddPlain(string words, int signal)
    {
        var elements = Tokens(words).Select(token => new PhraseElement(_classes.OfWord(token), [], false, 0)).ToArray();
        if (elements.Length > 0)
        {
            _phrases.Add(new Phrase(signal, elements));
        }
    }

    public PhraseMachine Build() => new PhraseIndex(_phrases, _classes, common).Build();

    private PhraseElement Element(string element, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        if (element == "..")
        {
            return PhraseElement.Skip;
        }

        var mayMiss = element.EndsWith('?') && element.Length > 1;
        var single = new List<(byte[] Token, bool Begins)>();
        var rows = new List<int[]>();
        foreach (var word in Words(mayMiss ? element[..^1] : element, lists))
        {
            var tokens = Tokens(word.TrimEnd('*'));
            if (tokens.Count == 1)
            {
                single.Add((tokens[0], word.EndsWith('*')));
            }
            else if (tokens.Count > 1)
            {
                rows.Add([.. tokens.Select(_classes.OfWord)]);
            }
        }

        var ofSingle = single.Count > 0 ? _classes.Of(single) : PhraseElement.NoClass;
        return single.Count + rows.Count > 0
            ? new PhraseElement(ofSingle, [.. rows], mayMiss, 0)
            : throw new ArgumentException($"'{element}' has no word in it.");
    }

    private static IEnumerable<string> Words(string element, IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        element.Split('|').SelectMany(part => part.StartsWith('<') ? List(part, lists) : [part.Replace('_', ' ')]).SelectMany(Spellings);

    private static IReadOnlyList<string> List(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        lists.TryGetValue(name.Trim('<', '>'), out var list) ? list : throw new ArgumentException($"There is no list {name}.");

    /// <summary>People leave apostrophes out; "dont" is "don't", but "ill" is not "I'll".</summary>
    private static IEnumerable<string> Spellings(string word)
    {
        yield return word;
        var bare = word.Replace("'", "", StringComparison.Ordinal);
        if (bare.Length != word.Length && bare is not ("ill" or "hell" or "well" or "shell" or "were" or "wed" or "id" or "its"))
        {
            yield return bare;
        }
    }

    private static List<byte[]> Tokens(string word)
    {
        var tokens = new List<byte[]>();
        var reader = new TokenReader(word);
        while (reader.Read())
        {
            tokens.Add(reader.Folded.ToArray());
        }

        return tokens;
    }
}
