using Comms.Core.Channels;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage;

/// <summary>Evidence is real: without the stretches that it names, its label is gone or scores lower.</summary>
public sealed class EvidenceTests
{
    private static readonly Lazy<(SourceItem Item, TriageFindings Findings)[]> Judged = new(() =>
        [.. ManyMessages.All.Select(item => (item, Judge(item)))]);

    [Fact]
    public void Words_left_out_lower_their_label()
    {
        var tried = 0;
        var unmoved = new List<string>();
        foreach (var (item, findings) in Judged.Value)
        {
            foreach (var label in findings.Evidence.GroupBy(evidence => evidence.For))
            {
                tried++;
                var left = new[] { Without(item.Text, label, ""), Without(item.Text, label, " ") }.Select(text => Judge(item with { Text = text }));
                if (left.Any(one => Score(one, label.Key) >= Score(findings, label.Key)))
                {
                    unmoved.Add($"{label.Key} {item.Text}");
                }
            }
        }

        Assert.True(tried > 5000, $"only {tried} labels had evidence");
        Assert.True(unmoved.Count == 0, $"{unmoved.Count} of {tried}:\n{string.Join('\n', unmoved.Take(20))}");
    }

    [Fact]
    public void Every_label_that_words_give_has_its_evidence()
    {
        var bare = (
            from judged in Judged.Value
            where judged.Item.Author is not { Kind: "press" or "elected" or "candidate" }
            from label in Labels(judged.Findings)
            where judged.Findings.Evidence.All(evidence => evidence.For != label)
            select $"{label} {judged.Item.Text}").ToArray();
        Assert.True(bare.Length == 0, $"{bare.Length}:\n{string.Join('\n', bare.Take(20))}");
    }

    [Fact]
    public void Evidence_is_short()
    {
        var words = Judged.Value.SelectMany(judged => judged.Findings.Evidence.Where(evidence => evidence.For.StartsWith("theme:", StringComparison.Ordinal))
            .GroupBy(evidence => evidence.For)).Select(group => group.Count()).ToArray();
        Assert.True(words.Average() <= 3.0, $"{words.Average()} words for a theme");
    }

    [Fact]
    public void A_label_that_the_account_gives_names_no_words() =>
        Assert.DoesNotContain(
            Judge(Item("I am a reporter. Any comment?") with { Author = new Author("@a", Kind: "press") }).Evidence,
            evidence => evidence.For is "flag:media" or "kind:media");

    [Fact]
    public void A_not_is_evidence_of_what_it_turns_round() => Assert.Contains(
        Judge(Item("It was not good.")).Evidence,
        evidence => (evidence.Start, evidence.For) == (7, "sentiment:negative"));

    [Fact]
    public void A_long_text_names_words_of_what_was_read()
    {
        var text = "The nurses were lovely. " + new string(' ', 40_000) + " I want to end my life.";
        var found = Judge(Item(text)).Evidence;
        Assert.Contains(found, evidence => evidence.For == "flag:self-harm" && evidence.Start > 40_000);
    }

    private static SourceItem Item(string text) =>
        new() { Id = "1", Text = text, At = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero) };

    private static TriageFindings Judge(SourceItem item) => Triagers.Plain.Triage(item, "inbox").Findings;

    private static IEnumerable<string> Labels(TriageFindings findings) =>
    [
        .. findings.Flags.Select(flag => "flag:" + flag),
        .. findings.Kinds.Select(kind => "kind:" + kind.Name),
        .. findings.Themes.Select(theme => "theme:" + theme.Name),
        .. findings.Sentiment.Label == "unknown" ? [] : new[] { "sentiment:" + findings.Sentiment.Label },
        .. findings.Urgency == Urgency.Routine ? [] : new[] { "urgency:" + findings.Urgency.ToString().ToLowerInvariant() },
    ];

    private static float Score(TriageFindings findings, string label) => (label[..label.IndexOf(':', StringComparison.Ordinal)], label[(label.IndexOf(':', StringComparison.Ordinal) + 1)..]) switch
    {
        ("flag", var name) => findings.Flags.Contains(name) ? 1 : 0,
        ("kind", var name) => findings.Kinds.FirstOrDefault(kind => kind.Name == name)?.Confidence ?? 0,
        ("theme", var name) => findings.Themes.FirstOrDefault(theme => theme.Name == name)?.Confidence ?? 0,
        ("sentiment", "negative") => findings.Sentiment.Negative,
        ("sentiment", "neutral") => findings.Sentiment.Neutral,
        ("sentiment", _) => findings.Sentiment.Positive,
        _ => (int)findings.Urgency + findings.UrgencyConfidence,
    };

    private static string Without(string text, IEnumerable<Evidence> spans, string instead) => string.Concat(
        text.Select((c, at) => spans.Any(span => at >= span.Start && at < span.Start + span.Length) ? instead : c.ToString()));
}
