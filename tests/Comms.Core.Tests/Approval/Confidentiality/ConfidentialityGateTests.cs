using Comms.Core.Approval.Confidentiality;
using Comms.Core.Channels;
using Comms.Core.Documents;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Approval.Confidentiality;

public sealed class ConfidentialityGateTests
{
    [Theory]
    [InlineData("Hi Sam, we're sorry your appointment was late.", "your appointment")]
    [InlineData("@sam_t thank you for telling us about your stay on Heron Ward", "your stay")]
    [InlineData("@sam_t we are sorry about your mum's treatment", "your mum's treatment")]
    [InlineData("Dear Mr Hale, you were seen within four hours.", "you were seen")]
    [InlineData("@sam_t while you were with us the lift broke", "while you were with us")]
    [InlineData("@sam_t it was shut when you were here", "when you were here")]
    [InlineData("Hello, your recent visit to us was too long", "your recent visit")]
    [InlineData("We treated him with care and respect.", "We treated him")]
    [InlineData("We looked after her until the end.", "We looked after her")]
    [InlineData("Your father was admitted on Sunday, and we are sorry.", "Your father was admitted")]
    [InlineData("He was a patient until March.", "He was a patient")]
    [InlineData("She's wrong: she was our patient and left early.", "she was our patient")]
    [InlineData("We’ve treated her fairly throughout.", "We’ve treated her")]
    [InlineData("Thank you for being our patient.", "for being our patient")]
    public void Words_that_say_someone_is_or_was_a_patient_do_not_go_out(string text, string words) =>
        Assert.Equal([(words, "words that say someone is or was a patient")], Found(text));

    [Theory]
    [InlineData("Our records show a call at noon.", "Our records show")]
    [InlineData("According to your notes, the scan was on Friday.", "According to your notes")]
    [InlineData("We have checked her file and there was no delay.", "have checked her file")]
    [InlineData("It says otherwise in your records.", "in your records")]
    public void What_records_say_does_not_go_out(string text, string words) =>
        Assert.Equal([(words, "what records say")], Found(text));

    [Theory]
    [InlineData("Mrs Edith Carrow was discharged on Tuesday.", "Edith Carrow")]
    [InlineData("We know how Mr Bevan died, and we are sorry.", "Bevan")]
    public void A_name_beside_care_given_does_not_go_out(string text, string name)
    {
        var found = Found(text).Where(found => found.What == "a name with care given");

        Assert.Contains(name, Assert.Single(found).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ref: 999 000 0018", "an NHS number")]
    [InlineData("DOB 12/03/1961", "a date of birth")]
    [InlineData("National Insurance number QQ 12 34 56 C is not one, AB 12 34 56 C is", "a National Insurance number")]
    public void What_identifies_a_person_does_not_go_out(string text, string what) =>
        Assert.Contains(what, Found(text).Select(found => found.What));

    [Theory]
    [InlineData("Bring a friend to your appointment, and something to read during your stay.")]
    [InlineData("Please cancel your appointment if you cannot come: someone else needs it.")]
    [InlineData("We're sorry to hear this. Please tell PALS about your experience: 01632 960123.")]
    [InlineData("@sam_t sorry, we can't talk about anyone's care here. PALS can help in private.")]
    [InlineData("Hi Sam, thank you for your message and for your kind words.")]
    [InlineData("Dr Patel and her team treated 400 people last winter.")]
    [InlineData("Mr Hale of the League of Friends opened the new garden.")]
    [InlineData("Keep your records safe, and read your notes in the NHS App.")]
    [InlineData("You can see your test results online. If you were admitted to any hospital last year, our survey is for you.")]
    [InlineData("Patients were seen within four hours on nine days of ten.")]
    [InlineData("Is she your patient champion? Nominate her by Friday.")]
    [InlineData("We treated 12,000 people this year. Thank you to all our patients.")]
    [InlineData("")]
    public void What_is_said_to_everyone_passes(string text) => Assert.Empty(Found(text));

    [Fact]
    public void The_wording_offered_passes_itself()
    {
        Assert.Empty(Found("@sam_t " + ConfidentialityGate.Shipped.Neutral("en-GB")));
        Assert.Contains("PALS", ConfidentialityGate.Shipped.Neutral("fr"), StringComparison.Ordinal);
        Assert.StartsWith("Diolch", ConfidentialityGate.Shipped.Neutral("cy"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_that_begins_with_a_handle_is_addressed_to_its_end()
    {
        Rendition[] thread = [Of("@sam_t hello") with { Parts = 2 }, Of("About your stay:") with { Part = 1, Parts = 2 }];

        Assert.Equal((1, 6, 9), Assert.Single(ConfidentialityGate.Shipped.Check(thread).Select(found => (found.Part, found.Start, found.Length))));
    }

    [Fact]
    public void Descriptions_of_pictures_are_read_too()
    {
        var shown = Of("Look") with { Media = [new MediaRef(new string('0', 64), "image/png", 1, "A garden"), new MediaRef(new string('1', 64), "image/png", 1, "We treated him")] };

        Assert.Equal((1, 0), Assert.Single(ConfidentialityGate.Shipped.Check([shown]).Select(found => (found.Media, found.Start))));
    }

    [Fact]
    public void What_answers_a_message_speaks_to_one_person_however_it_begins()
    {
        const string Text = "We are sorry about your operation.";
        Assert.Empty(ConfidentialityGate.Shipped.Check([Of(Text)]));

        Assert.All(
            (Rendition[])[Of(Text) with { InReplyTo = "m1" }, Of(Text) with { AnswerTo = "jo@home.example" }, Of("Mentions grief\n\n@jo " + Text) with { InReplyTo = "m1" }],
            answer => Assert.Single(ConfidentialityGate.Shipped.Check([answer])));
    }

    [Fact]
    public void A_description_is_for_everyone_whoever_the_post_answers()
    {
        var answer = Of("@sam_t look") with { Media = [new MediaRef(new string('0', 64), "image/png", 1, "A board: your appointment begins here")] };

        Assert.Empty(ConfidentialityGate.Shipped.Check([answer]));
    }

    [Fact]
    public void Warnings_and_cards_are_read_too()
    {
        var shown = Of("Look: https://trust.example/") with { Warning = "We treated him", Card = new LinkCard("https://trust.example/", "Ref: 999 000 0018", "We looked after her") };

        Assert.Equal(
            [
                (0, "words that say someone is or was a patient of its warning"), (5, "an NHS number of its card"), (0, "words that say someone is or was a patient of its card"),
            ],
            ConfidentialityGate.Shipped.Check([shown]).Select(found => (found.Start, found.What)));
    }

    [Fact]
    public void What_is_found_comes_in_the_order_of_the_text() => Assert.Equal(
        ["for being our patient", "999 000 0018", "We treated him"], Found("Thank you for being our patient. Ref: 999 000 0018. We treated him.").Select(found => found.Words));

    [Theory]
    [InlineData("Mrs Edith Carrow opened the fair. Surgery begins at nine.", false)]
    [InlineData("Surgery begins at nine. Mrs Edith Carrow opened the fair.", false)]
    [InlineData("The fair opened. Mrs Edith Carrow had surgery.", true)]
    public void Care_in_another_sentence_is_nobody_s(string text, bool found) =>
        Assert.Equal(found, Found(text).Any(one => one.What == "a name with care given"));

    [Fact]
    public void What_a_page_quotes_confirms_nothing_but_still_names_nobody()
    {
        Assert.Empty(OnPage(new MessageCard("Your appointment letter came late; I told them it is in my records", "@ann")));
        Assert.Equal(["Edith Carrow"], OnPage(new Quote("Mrs Edith Carrow was discharged too soon", "A visitor")));
        Assert.Equal(["We treated him"], OnPage(new Paragraph("> We treated him with care")));
    }

    [Fact]
    public void Whatever_is_found_lies_within_the_text() => Gen.Char["@ .'’ayourstwemdn0918\n"].Array[0, 60].Select(letters => new string(letters)).Sample(text =>
        Assert.All(ConfidentialityGate.Shipped.Check([Of(text)]), found => Assert.True(found.Start >= 0 && found.Length > 0 && found.Start + found.Length <= text.Length)));

    private static IEnumerable<string> OnPage(Block block)
    {
        var page = new Document { Title = "Your week", Series = "Weekly round-up", Blocks = [new Heading("Praise"), block, new Paragraph("That is all.")] };
        var words = DocumentRenderer.Render(page, DocumentFormat.PlainText);
        return ConfidentialityGate.Shipped.Check([Of(words) with { Document = page }]).Select(found => words.Substring(found.Start, found.Length));
    }

    private static Rendition Of(string text) => new() { Account = "town", Text = text };

    private static IEnumerable<(string Words, string What)> Found(string text) =>
        ConfidentialityGate.Shipped.Check([Of(text)]).Select(found => (text.Substring(found.Start, found.Length), found.What));
}
