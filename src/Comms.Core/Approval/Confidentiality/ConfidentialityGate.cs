using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Approval.Confidentiality;

/// <summary>
/// Finds what must not go out, whoever approves: what identifies a person, a name beside care given, what records say, and
/// words that confirm that someone is or was a patient, living or dead. Titles of staff ("Dr Patel") are no names of
/// patients. What people are quoted as saying of themselves, on a page, confirms nothing of ours; what identifies them still must
/// not go out. Immutable.
/// </summary>
internal sealed class ConfidentialityGate(ConfidentialityRules rules)
{
    private const string Records = "what records say";
    private const string Confirms = "words that say someone is or was a patient";

    private readonly WordForms<string> _toAll = new(Always(rules));
    private readonly WordForms<string> _toOne = new([.. Always(rules), .. Forms(rules.ConfirmsWhenAddressed, Confirms)]);

    public static ConfidentialityGate Shipped { get; } = new(ConfidentialityRules.Shipped);

    /// <summary>What can be said instead; English where there is nothing in the post's own language.</summary>
    public string Neutral(string language) =>
        rules.Neutral.TryGetValue(language.Split('-')[0], out var own) ? own : rules.Neutral["en"];

    public IEnumerable<ConfidentialWords> Check(IReadOnlyList<Rendition> renditions)
    {
        var addressed = renditions.Where(rendition => rendition.Part == 0 && IsAddressed(rendition)).Select(rendition => rendition.Account).ToHashSet(StringComparer.Ordinal);
        foreach (var rendition in renditions)
        {
            var shown = rendition.Document is { } page ? DocumentWords.Of(page) : null;
            foreach (var (start, length, what) in Find(rendition.Text, addressed.Contains(rendition.Account), shown))
            {
                yield return new ConfidentialWords(rendition.Account, rendition.Part, null, start, length, what);
            }

            foreach (var (beside, words) in rendition.Beside)
            {
                foreach (var (start, length, what) in Find(words, addressed: false, page: null))
                {
                    yield return new ConfidentialWords(rendition.Account, rendition.Part, null, start, length, $"{what} of its {beside}");
                }
            }

            for (var media = 0; media < rendition.Media.Count; media++)
            {
                foreach (var (start, length, what) in Find(rendition.Media[media].Alt, addressed: false, page: null))
                {
                    yield return new ConfidentialWords(rendition.Account, rendition.Part, media, start, length, what);
                }
            }
        }
    }

    /// <summary>In order of place. Of forms that overlap the first counts.</summary>
    private IEnumerable<(int Start, int Length, string What)> Find(string text, bool addressed, DocumentWords? page)
    {
        var data = PersonalDataFinder.Find(text);
        var words = TextWord.Find(text).ToArray();
        return [.. Identifiers(data).Concat(Names(text, words, data)).Concat(Said(text, words, addressed).Where(said => page is null || !page.Quotes(said.Start))).OrderBy(found => found.Start)];
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
        var sentences = names.Length == 0 ? [] : Sentences.Find(text);
        return names
            .Where(name => sentences.Any(sentence => Holds(sentence, name.Start) && words.Any(word => rules.Care.Contains(word.Small) && Holds(sentence, word.Start))))
            .Select(name => (name.Start, name.Length, "a name with care given"));
    }

    private bool IsStaff(TextWord[] words, int name)
    {
        var at = Array.FindLastIndex(words, word => word.Start < name);
        return at >= 0 && rules.StaffTitles.Contains(words[at].Small);
    }

    private static bool Holds(Range sentence, int at) => at >= sentence.Start.Value && at < sentence.End.Value;

    private IEnumerable<(int Start, int Length, string What)> Said(string text, TextWord[] words, bool addressed) =>
        (addressed ? _toOne : _toAll).In(text, words);

    private static IEnumerable<(string[][] Places, string Meaning)> Always(ConfidentialityRules rules) =>
        [.. Forms(rules.Records, Records), .. Forms(rules.Confirms, Confirms)];

    private static IEnumerable<(string[][] Places, string Meaning)> Forms(IEnumerable<string> forms, string meaning) =>
        forms.Select(form => (Array.ConvertAll(form.Split(' '), place => place.Split('|')), meaning));

    /// <summary>Whether it speaks to one person: by what it answers, or by how it begins.</summary>
    private bool IsAddressed(Rendition rendition) => rendition.InReplyTo is not null || rendition.AnswerTo is not null || IsAddressed(rendition.Text);

    private bool IsAddressed(string text) =>
        text.AsSpan().TrimStart().StartsWith("@") || (TextWord.Find(text).FirstOrDefault() is { Small: { } first } && rules.Greetings.Contains(first));
}
