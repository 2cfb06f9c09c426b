using Comms.Core.Text;

namespace Comms.Core.Authoring.Personal;

/// <summary>Says “we”, “us” and “our” where a release names the organisation; outside quotations, and where a rule can tell.</summary>
internal sealed class SpokenNames(IReadOnlyList<string> names)
{
    private readonly string[] _names = [.. names.Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)];

    public IEnumerable<PersonalEdit> Find(string release, Range body)
    {
        var (from, length) = body.GetOffsetAndLength(release.Length);
        var text = release.Substring(from, length);
        var quoted = Quotations.In(text);
        foreach (var sentence in Sentences.Find(text))
        {
            var (start, count) = sentence.GetOffsetAndLength(text.Length);
            foreach (var edit in new SpokenSentence(text, start, start + count, quoted, _names).Edits())
            {
                yield return edit with { Start = from + edit.Start };
            }
        }
    }
}
