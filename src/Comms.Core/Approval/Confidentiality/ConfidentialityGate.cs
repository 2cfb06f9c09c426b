using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Approval.Confidentiality;

/// <summary>
/// Finds what must not go out, whoever approves: what identifies a person, a name beside care given, what records say, and
/// words that confirm that someone is or was a patient, living or dead. Titles of staff ("Dr Patel") are no names of
/// patients. Immutable.
/// </summary>
internal sealed class ConfidentialityGate(ConfidentialityRules rules)
{
    private readonly WordForms _records = new(rules.Records);
    private readonly WordForms _confirms = new(rules.Confirms);
    private readonly WordForms _addressed = new(rules.ConfirmsWhenAddressed);

    public static ConfidentialityGate Shipped { get; } = new(ConfidentialityRules.Shipped);

    /// <summary>What can be said instead; English where there is nothing in the post's own language.</summary>
    public string Neutral(string language) =>
        rules.Neutral.TryGetValue(language.Split('-')[0], out var own) ? own : rules.Neutral["en"];

    public IEnumerable<ConfidentialWords> Check(IReadOnlyList<Rendition> renditions)
    {
        var addressed = renditions.Where(rendition => rendition.Part == 0 && IsAddressed(rendition.Text)).Select(rendition => rendition.Account).ToHashSet(StringComparer.Ordinal);
        foreach (var rendition in renditions)
        {
            foreach (var (start, length, what) in Find(rendition.Text, addressed.Contains(rendition.Account)))
            {
                yield return new ConfidentialWords(rendition.Account, rendition.Part, null, start, length, what);
            }

            for (var media = 0; media < rendition.Media.Count; media++)
            {
                foreach (var (start, length, what) in Find(rendition.Media[media].Alt, addressed: false))
                {
                    yield return new ConfidentialWords(rendition.Account, rendition.Part, media, start, length, what);
                }
            }
        }
    }

    /// <summary>In order of place. Of forms that overlap the first counts.</summary>
    private IEnumerable<(int Start, int Length, string What)> Find(string text, bool addressed)
    {
        var data = PersonalDataFinder.Find(text);
        var words = TextWord.Find(text).ToArray();
        return [.. Identifiers(data).Concat(Names(text, words, data)).Concat(Forms(text, words, addressed)).OrderBy(found => found.Start)];
    }

    private IEnumerable<(int Start, int Length, string What)> Identifiers(IEnumerable<PersonalData> data)
    {
        foreach (var found in data)
        {
            if (rules.Identifiers.TryGetValue(found.Kind, out var what))
            {
                yield return (found.Start, found.Length, what);
            }
        }
    }

    private IEnumerable<(int Start, int Length, string What)> Names(string text, TextWord[] words, IReadOnlyList<PersonalData> data)
    {
        var names = data.Where(found => found.Kind == "name" && !IsStaff(words, found.Start)).ToArray();
        var sentences = names.Length == 0 ? [] : Sentences.Find(text).Where(sentence => words.Any(word => rules.Care.Contains(word.Small) && Holds(sentence, word.Start))).ToArray();
        return names.Where(name => sentences.Any(sentence => Holds(sentence, name.Start)))
            .Select(name => (name.Start, name.Length, "a name with care given"));
    }

    private bool IsStaff(TextWord[] words, int name)
    {
        var at = Array.FindLastIndex(words, word => word.Start < name);
        return at >= 0 && rules.StaffTitles.Contains(words[at].Small);
    }

    private static bool Holds(Range sentence, int at) => at >= sentence.Start.Value && at < sentence.End.Value;

    private IEnumerable<(int Start, int Length, string What)> Forms(string text, TextWord[] words, bool addressed)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var records = _records.LengthAt(text, words, at);
            var confirms = Math.Max(_confirms.LengthAt(text, words, at), addressed ? _addressed.LengthAt(text, words, at) : 0);
            if (Math.Max(records, confirms) is > 0 and var count)
            {
                yield return (words[at].Start, words[at + count - 1].End - words[at].Start, records >= confirms
                    ? "what records say"
                    : "words that say someone is or was a patient");
                at += count - 1;
            }
        }
    }

    private bool IsAddressed(string text) =>
        text.AsSpan().TrimStart().StartsWith("@") || (TextWord.Find(text).FirstOrDefault() is { Small: { } first } && rules.Greetings.Contains(first));
}
