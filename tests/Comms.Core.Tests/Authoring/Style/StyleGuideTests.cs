using System.Text;
using System.Text.Json;
using Comms.Core.Authoring;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Authoring.Style;

public sealed class StyleGuideTests
{
    [Theory]
    [InlineData("We will utilise the new ward.", "words", "utilise", "use")]
    [InlineData("Come to our one-stop shop.", "words", "one-stop shop", "website")]
    [InlineData("Call us prior to your visit.", "words", "prior to", "before")]
    [InlineData("A class for people suffering from asthma.", "inclusive", "suffering from", "has")]
    [InlineData("Free jabs for pensioners.", "inclusive", "pensioners", "older people")]
    [InlineData("You can't park here.", "contraction", "can't", "cannot")]
    [InlineData("You can’t park here.", "contraction", "can’t", "cannot")]
    public void A_word_to_avoid_is_found_with_what_to_use_instead(string text, string rule, string words, string replacement)
    {
        var finding = Assert.Single(Check(text));

        Assert.Equal((rule, words, replacement), (finding.Rule, text.Substring(finding.Start, finding.Length), finding.Replacement));
        Assert.False(string.IsNullOrEmpty(finding.Guide));
    }

    [Theory]
    [InlineData("He committed suicide. Samaritans: 116 123.", "committed suicide", "“committed suicide”: use “died by suicide”")]
    [InlineData("She died by suicide, by hanging. Samaritans are there on 116 123.", "hanging", "say neither how nor where")]
    [InlineData("He took his own life off the bridge. Call Samaritans free on 116 123.", "off the bridge", "say neither how nor where")]
    [InlineData("A colleague died by suicide.", "suicide", "say where there is help")]
    [InlineData("A man was shouting about suicide.", "suicide", "say where there is help")]
    public void What_a_guide_on_suicide_advises_against_is_found_and_cited(string text, string words, string message)
    {
        var finding = Assert.Single(Check(text), finding => finding.Rule == "suicide");

        Assert.Equal(words, text.Substring(finding.Start, finding.Length));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Contains("Samaritans", finding.Guide, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is World Suicide Prevention Day. If you need to talk, call Samaritans free on 116 123.")]
    [InlineData("Thinking of suicide? In an emergency call 999.")]
    [InlineData("Suicidal thoughts? Text SHOUT to 85258.")]
    [InlineData("The new bridge is open, and the pills are on the second shelf.")]
    [InlineData("We are sorry for your loss.")]
    public void Help_that_is_offered_and_bridges_that_are_bridges_have_no_finding(string text) =>
        Assert.DoesNotContain(Check(text), finding => finding.Rule == "suicide");

    [Theory]
    [InlineData("Your letter was sent on Monday.", "was sent")]
    [InlineData("Results are not yet published.", "are not yet published")]
    [InlineData("Cars will be towed away.", "be towed")]
    [InlineData("It got broken in the move.", "got broken")]
    [InlineData("Was the letter sent to you?", "Was the letter sent")]
    public void A_passive_is_found(string text, string words)
    {
        var finding = Assert.Single(Check(text), finding => finding.Rule == "passive");

        Assert.Equal(words, text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("We sent your letter on Monday.")]
    [InlineData("She was pleased with the care.")]
    [InlineData("The bed is red.")]
    [InlineData("We are sorry for your wait.")]
    [InlineData("Sorry. We got it wrong.")]
    [InlineData("The clinic is a used building.")]
    public void What_is_active_and_plain_has_no_finding(string text) => Assert.Empty(Check(text));

    [Fact]
    public void A_long_sentence_is_found_and_one_of_twenty_five_words_is_not()
    {
        Assert.Empty(Check(string.Join(' ', Enumerable.Repeat("word", 25)) + "."));
        Assert.Equal("sentence-length", Assert.Single(Check(string.Join(' ', Enumerable.Repeat("word", 26)) + ".")).Rule);
    }

    [Theory]
    [InlineData("#nhsconfedsocial", "#NHSConfedSocial")]
    [InlineData("#reformten", "#ReformTen")]
    [InlineData("#nhssm", "#NHSSM")]
    [InlineData("#tarrenflufighters", "#TarrenFluFighters")]
    [InlineData("#MENTALHEALTH", "#MentalHealth")]
    public void A_hashtag_that_runs_together_is_offered_with_capitals(string tag, string choice)
    {
        var finding = Assert.Single(Check($"Join us {tag}"));

        Assert.Equal("hashtag-capitals", finding.Rule);
        Assert.Contains(choice, finding.Choices);
    }

    [Theory]
    [InlineData("#NHS")]
    [InlineData("#NHSConfedSocial")]
    [InlineData("#flu")]
    [InlineData("#HSJTwitchat")]
    public void A_hashtag_that_can_be_read_is_left(string tag) => Assert.Empty(Check($"Join us {tag}"));

    [Fact]
    public void A_hashtag_longer_than_any_platform_takes_is_not_divided()
    {
        Assert.Single(Check('#' + string.Concat(Enumerable.Repeat("nurse", 20))));
        Assert.Empty(Check('#' + string.Concat(Enumerable.Repeat("nurse", 21))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("IMG_2041.jpg")]
    [InlineData("Photo of a nurse in a ward")]
    [InlineData("Ward")]
    public void An_alternative_text_that_does_not_help_is_found(string? alt) =>
        Assert.Equal("alt-text", Assert.Single(Check("Meet our nurses.", alt)).Rule);

    [Fact]
    public void An_alternative_text_that_helps_is_not() => Assert.Empty(Check("Meet our nurses.", "Two nurses in blue laugh beside a full tea trolley"));

    [Fact]
    public void Emoji_belong_at_the_end_and_are_few()
    {
        Assert.Empty(Check("Thank you all 💙"));
        Assert.Equal("emoji", Assert.Single(Check("Thank 💙 you all")).Rule);
        Assert.Equal("emoji", Assert.Single(Check("Thank you all 💙💚🧡")).Rule);
        Assert.Equal("emoji", Assert.Single(Check("Thank you 𝗮𝗹𝗹")).Rule);
    }

    [Fact]
    public void Shouting_is_found_once_and_its_words_are_no_abbreviations()
    {
        var finding = Assert.Single(Check("Please DO NOT COME today."));

        Assert.Equal("shouting", finding.Rule);
        Assert.Equal("!", Assert.Single(Check("Come today!!!")).Replacement);
    }

    [Fact]
    public void An_abbreviation_wants_to_be_spelled_out_unless_all_know_it()
    {
        Assert.Equal("abbreviation", Assert.Single(Check("Ask the ICB about the NHS.")).Rule);
        Assert.Empty(Check("Ask the integrated care board (ICB). The ICB knows."));
    }

    [Fact]
    public void A_house_adds_allows_and_accepts_with_a_reason()
    {
        var style = House("""
            { "version": 1, "name": "Tarren style", "words": [ { "avoid": ["clients"], "use": ["patients"] } ], "allow": ["hub"],
              "abbreviations": ["ICB"], "off": ["emoji"], "accepted": [ { "rule": "words", "text": "robust", "reason": "the board's own word" } ] }
            """);

        var findings = StyleGuide.With(style).Check(new StyleText { Text = "Our clients like the 💙 hub and the ICB, which is robust." });

        Assert.Equal(["house", "words"], findings.Select(finding => finding.Rule));
        Assert.Equal("Tarren style", findings[0].Guide);
        Assert.Null(findings[0].AcceptedBecause);
        Assert.Equal("the board's own word", findings[1].AcceptedBecause);
    }

    [Theory]
    [InlineData("""{ "version": 2 }""", "version 2")]
    [InlineData("""{ "off": ["spelling"] }""", "no rule 'spelling'")]
    [InlineData("""{ "accepted": [ { "rule": "passive", "reason": " " } ] }""", "has no reason")]
    [InlineData("{\n \"colour\": 1 }", "line 2")]
    [InlineData("""{ "longestSentence": 1 }""", "longestSentence")]
    [InlineData("[]", "line 1")]
    public void A_house_style_with_a_fault_is_refused_with_it(string json, string fault)
    {
        var reading = HouseStyle.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(reading.Style);
        Assert.Contains(reading.Faults, one => one.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_stand_within_the_text_whatever_it_is() =>
        Gen.String.Sample(text =>
        {
            foreach (var finding in StyleGuide.Shipped.Check(new StyleText { Text = text }))
            {
                Assert.InRange(finding.Start, 0, text.Length);
                Assert.InRange(finding.Start + finding.Length, 0, text.Length);
            }
        });

    [Fact]
    public void The_schema_names_every_rule()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "seeds", "schemas", "style.schema.json")));

        Assert.Equal(StyleGuide.Rules, schema.RootElement.GetProperty("$defs").GetProperty("rule").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!));
    }

    private static HouseStyle House(string json) => HouseStyle.Read(Encoding.UTF8.GetBytes(json)).Style!;

    private static IReadOnlyList<StyleFinding> Check(string text, params string?[]? altTexts) =>
        StyleGuide.Shipped.Check(new StyleText { Text = text, AltTexts = altTexts ?? [null] });
}
