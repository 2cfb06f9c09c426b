using Comms.Core.Authoring.Personal;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Authoring.Personal;

public class PersonalVersionTests
{
    private static readonly PersonalVoice Voice = new() { Names = ["Sample Hospital NHS Trust", "the Trust"] };

    [Theory]
    [InlineData("Sample Hospital NHS Trust has opened its new garden.", "We have opened our new garden.")]
    [InlineData("The Trust is sorry. The Trust was late.", "We are sorry. We were late.")]
    [InlineData("The Sample Hospital NHS Trust will open on Monday.", "We will open on Monday.")]
    [InlineData("From Monday the Trust also offers tours.", "From Monday we also offer tours.")]
    [InlineData("The Trust recently opened a garden for itself.", "We recently opened a garden for ourselves.")]
    [InlineData("The Trust's garden and the Trust’s cafe are open.", "Our garden and our cafe are open.")]
    [InlineData("The garden was paid for by the Trust.", "The garden was paid for by us.")]
    [InlineData("Write to the Trust.", "Write to us.")]
    [InlineData("Work with the Trust on Monday.", "Work with us on Monday.")]
    [InlineData("The Trust said it is sorry.", "We said we are sorry.")]
    [InlineData("The Trust hasn’t decided.", "We haven't decided.")]
    [InlineData("A charity has its own garden.", "A charity has its own garden.")]
    [InlineData("Another trust has opened a garden.", "Another trust has opened a garden.")]
    [InlineData("The Trustees met.", "The Trustees met.")]
    public void The_organisation_speaks_for_itself(string release, string personal)
    {
        var version = PersonalVersion.Of(release, Voice);

        Assert.Equal(personal, version.Text);
        Assert.Empty(version.Left);
    }

    [Fact]
    public void What_people_are_quoted_as_saying_stays_as_they_said_it()
    {
        const string Said = "Jo Sample said: “The Trust has been kind, and the Trust's staff are lovely.” \"The Trust is fine,\" she added.";

        Assert.Equal(Said, PersonalVersion.Of(Said, Voice).Text);
        Assert.Empty(PersonalVersion.Of(Said, Voice).Left);
    }

    [Fact]
    public void Single_marks_quote_too_and_their_apostrophes_end_nothing() => Assert.Equal(
        "Jo said: ‘The Trust’s staff are lovely, and the Trust is fine.’ We have thanked her.",
        PersonalVersion.Of("Jo said: ‘The Trust’s staff are lovely, and the Trust is fine.’ The Trust has thanked her.", Voice).Text);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_ends_with_its_paragraph() =>
        Assert.Equal("“An open mark.\n\nWe have opened a garden.", PersonalVersion.Of("“An open mark.\n\nThe Trust has opened a garden.", Voice).Text);

    [Theory]
    [InlineData("The Trust board meets on Monday.", "The Trust")]
    [InlineData("The chair of the Trust spoke.", "the Trust")]
    [InlineData("Minutes for the Trust board are here.", "the Trust")]
    public void Where_no_rule_can_tell_it_is_left_and_named(string release, string left)
    {
        var version = PersonalVersion.Of(release, Voice);

        Assert.Equal(release, version.Text);
        var one = Assert.Single(version.Left);
        Assert.Equal((left, (string?)null, release.IndexOf(left, StringComparison.Ordinal)), (one.Before, one.After, one.Start));
        Assert.Empty(version.Changes);
    }

    [Fact]
    public void What_stands_there_for_editors_goes_and_the_embargo_is_named()
    {
        const string Release = "PRESS RELEASE – 1 December 2026\nEmbargoed until 00:01 on 1 December\n\nNew garden opens\n\nThe Trust has opened a garden.\n\n- ENDS -\n\nNotes to editors\n1. The Trust has 4,000 staff.\n";
        var version = PersonalVersion.Of(Release, Voice with { Signature = "Sam, from the communications team" });

        Assert.Equal("New garden opens\n\nWe have opened a garden.\n\nSam, from the communications team", version.Text);
        Assert.Contains(version.Changes, edit => edit.Before.StartsWith("Embargoed", StringComparison.Ordinal) && edit.Why.Contains("schedule", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("News travels fast in our town.")]
    [InlineData("The week ends.\nIt ends well.")]
    [InlineData("Embargoes help nobody.")]
    [InlineData("Press release: new garden opens")]
    [InlineData("News: 4,000 staff thanked")]
    public void Words_that_only_begin_like_an_editors_mark_stay(string release) => Assert.Equal(release, PersonalVersion.Of(release, Voice).Text);

    [Fact]
    public void Apart_from_its_changes_the_words_are_those_of_the_release()
    {
        string[] pieces =
        [
            "The Trust", "Sample Hospital NHS Trust", "the Trust's", " has", " is", " opened", " its", " it", " said", " by", " ", ". ", "\n", "\n\n", "“", "”", "\"", "garden",
            "ENDS", "é", "🙂", "Notes to editors", "Press release",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Sample(places =>
        {
            var release = string.Concat(places.Select(place => pieces[place]));
            var version = PersonalVersion.Of(release, Voice);
            var at = 0;
            var rebuilt = "";
            foreach (var edit in version.Changes)
            {
                Assert.True(edit.Start >= at);
                Assert.Equal(edit.Before, release.Substring(edit.Start, edit.Length));
                rebuilt += release[at..edit.Start] + edit.After;
                at = edit.Start + edit.Length;
            }

            Assert.Equal((rebuilt + release[at..]).Trim(), version.Text);
            Assert.All(version.Left, left => Assert.Equal(left.Before, release.Substring(left.Start, left.Length)));
        });
    }

    [Fact]
    public void A_voice_without_a_name_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => PersonalVersion.Of("Words.", new PersonalVoice { Names = [] }));
        Assert.Throws<ArgumentException>(() => PersonalVersion.Of("Words.", new PersonalVoice { Names = [" "] }));
    }
}
