using Comms.Core.Text;

namespace Comms.Core.Approval.Confidentiality;

/// <summary>Forms of words, each place with its choices: "our|your notes say|show". Immutable.</summary>
internal sealed class WordForms
{
    private readonly ILookup<string, string[][]> _byFirst;

    public WordForms(IEnumerable<string> forms) => _byFirst = forms
        .Select(form => form.Split(' ').Select(place => place.Split('|')).ToArray())
        .SelectMany(form => form[0], (form, first) => (first, form))
        .ToLookup(pair => pair.first, pair => pair.form, StringComparer.Ordinal);

    /// <summary>How many words from a place on are one of the forms, the longest; 0 for none. A full stop between divides.</summary>
    public int LengthAt(string text, TextWord[] words, int at) =>
        _byFirst[words[at].Small].Where(form => Stands(form, text, words, at)).Select(form => form.Length).DefaultIfEmpty().Max();

    private static bool Stands(string[][] form, string text, TextWord[] words, int at)
    {
        for (var i = 1; i < form.Length; i++)
        {
            if (at + i >= words.Length || !form[i].Contains(words[at + i].Small, StringComparer.Ordinal)
                || !text.AsSpan(words[at + i - 1].End..words[at + i].Start).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
