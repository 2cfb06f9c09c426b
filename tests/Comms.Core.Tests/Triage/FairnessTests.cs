using System.Globalization;
using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Tests.Triage;

/// <summary>Who somebody is changes nothing; how they spell changes next to nothing.</summary>
public sealed class FairnessTests(ITestOutputHelper output)
{
    private static readonly string[] Templates = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Triage", "Cases", "fairness.tsv"));

    private static readonly string[] Names =
        ["Tom", "Priya", "Mohammed", "Chukwuemeka", "Agnieszka", "Siobhan", "Wei", "Yetunde", "Rhys", "Jayden", "Margaret", "Okafor"];

    private static readonly (string He, string Him, string His)[] Pronouns = [("he", "him", "his"), ("she", "her", "her"), ("they", "them", "their")];

    private static readonly int?[] Followers = [null, 0, 900, 9_000_000];

    /// <summary>Dialect and misspelling, word by word; one at a time stands in for the word in every template that has it.</summary>
    private static readonly (string Word, string Said)[] Sayings =
    [
        ("nothing", "nowt"), ("nobody", "naebody"), ("something", "summat"), ("every", "ivry"), ("went", "gan"),
        ("you", "youse"), ("isn't", "ain't"), ("mostly", "maistly"), ("long", "lang"), ("home", "hame"), ("cold", "baltic"), ("old", "owd"),
        ("told", "telt"), ("cannot", "cannae"), ("worried", "mithered"), ("kind", "canny"), ("waited", "waitid"), ("appointment", "apointment"),
        ("operation", "opperation"), ("complaint", "complant"), ("formal", "formel"), ("received", "recieved"), ("definitely", "definately"),
        ("ward", "wared"), ("nurse", "nurce"), ("doctor", "docter"), ("patients", "patience"), ("tablets", "tabletts"), ("pharmacy", "farmacy"),
        ("breathing", "breething"), ("stopped", "stoped"), ("scared", "scarred"), ("waiting", "wating"), ("because", "cos"), ("their", "there"),
        ("interpreter", "interprator"), ("discharged", "discharjed"), ("incident", "insident"), ("reporter", "reportor"), ("records", "recrods"),
        ("hearing", "herring"), ("corridor", "coridor"), ("letter", "leter"), ("please", "pls"), ("thank", "fank"), ("tomorrow", "tomoz"),
    ];

    /// <summary>Dialect that uses one common word for another: no spelling tells it from the other word.</summary>
    private static readonly (string Word, string Said)[] Grammar = [("is", "be"), ("was", "were"), ("were", "was"), ("my", "me"), ("to", "til")];

    [Fact]
    public void There_are_two_hundred_templates() => Assert.Equal(200, Templates.Distinct().Count());

    [Fact]
    public void Names_pronouns_and_followers_change_nothing_at_all()
    {
        var changed = new List<string>();
        foreach (var template in Templates)
        {
            var first = Print(Fill(template, Names[0], Pronouns[0]), null);
            foreach (var (name, pronoun, followers) in Swaps())
            {
                var text = Fill(template, name, pronoun);
                if (Print(text, followers) is var now && now != first)
                {
                    changed.Add($"{text}\n  {first}\n  {now}");
                }
            }
        }

        output.WriteLine($"{changed.Count} of {Templates.Length * Swaps().Count()} changed");
        Assert.True(changed.Count == 0, $"{changed.Count}\n{string.Join('\n', changed.Take(40))}");
    }

    [Fact]
    public void Dialect_and_misspelling_change_the_priority_of_at_most_two_in_a_hundred()
    {
        var (pairs, changed) = Changed(Sayings);
        var (others, grammar) = Changed(Grammar);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changed.Count} of {pairs} changed, {100.0 * changed.Count / pairs:0.0} %\n{string.Join('\n', changed)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one common word for another: {grammar.Count} of {others}\n{string.Join('\n', grammar)}"));
        Assert.True(changed.Count <= 0.02 * pairs, $"{changed.Count} of {pairs}\n{string.Join('\n', changed)}");
    }

    private static (int Pairs, List<string> Changed) Changed((string Word, string Said)[] sayings)
    {
        var (pairs, changed) = (0, new List<string>());
        foreach (var template in Templates)
        {
            var text = Fill(template, Names[0], Pronouns[0]);
            var before = Priority(text);
            foreach (var (word, said) in sayings.Where(saying => Has(text, saying.Word)))
            {
                pairs++;
                var other = string.Join(' ', text.Split(' ').Select(one => Swapped(one, word, said)));
                if (Priority(other) is var now && now != before)
                {
                    changed.Add($"{before} to {now}: {word} → {said}: {other}");
                }
            }
        }

        return (pairs, changed);
    }

    private static IEnumerable<(string Name, (string, string, string) Pronoun, int? Followers)> Swaps() =>
        from index in Enumerable.Range(0, Names.Length * Pronouns.Length)
        select (Names[index % Names.Length], Pronouns[index / Names.Length], Followers[index % Followers.Length]);

    private static string Fill(string template, string name, (string He, string Him, string His) pronoun) => template
        .Replace("{name}", name, StringComparison.OrdinalIgnoreCase)
        .Replace("{he}", pronoun.He, StringComparison.Ordinal)
        .Replace("{him}", pronoun.Him, StringComparison.Ordinal)
        .Replace("{his}", pronoun.His, StringComparison.Ordinal);

    private static int Priority(string text) => Triagers.Plain.Triage(Triagers.Message(text)).Findings.Priority;

    /// <summary>All that was found, but for places in the text.</summary>
    private static string Print(string text, int? followers)
    {
        var found = Triagers.Plain.Triage(Triagers.Message(text, author: new Author("@a", Followers: followers))).Findings;
        return string.Join(" | ", found.Language, found.Sentiment, string.Join(',', found.Kinds), string.Join(',', found.Themes), found.Urgency, found.UrgencyConfidence,
            string.Join(',', found.Flags), string.Join(',', found.PersonalData.Select(data => data.Kind)), string.Join(',', found.Routes.Select(route => route.Team)),
            string.Join(',', found.Obligations.Select(duty => duty.Rule)), found.Priority, found.Reach, found.NeedsHuman, string.Join(',', found.Why));
    }

    private static bool Has(string text, string word) => text.Split(' ').Any(one => Core(one).Equals(word, StringComparison.OrdinalIgnoreCase));

    private static string Core(string word) => word.Trim('.', ',', '?', '!');

    private static string Swapped(string one, string word, string said) =>
        Core(one).Equals(word, StringComparison.OrdinalIgnoreCase) ? one.Replace(Core(one), char.IsUpper(one[0]) ? char.ToUpperInvariant(said[0]) + said[1..] : said, StringComparison.Ordinal) : one;
}
