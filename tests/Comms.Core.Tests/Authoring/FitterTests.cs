using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Authoring;

public class FitterTests
{
    private static readonly string[] Pieces =
        ["Clinic open. ", "Come in! ", "Free? ", "Bore da 👩‍⚕️. ", "see 3.5 at a.b\n", "word ", "“Yes.” "];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Fact]
    public void What_fits_stays_as_it_is() =>
        Assert.Equal(["Two  spaces.\n\nA line."], Parts("Two  spaces.\n\nA line.", Limits(22)));

    [Fact]
    public void A_long_text_becomes_the_thread_of_fewest_parts_split_at_sentences() =>
        Assert.Equal(["One two. Three.", "Four five six."], Parts("One two. Three. Four five six.", Limits(15)));

    [Fact]
    public void A_text_is_never_split_where_the_channel_does_not_thread() =>
        Assert.Equal(15, Assert.IsType<FitResult.TooLong>(
            Fitter.Fit("One two. Three. Four five six.", Limits(15) with { Threads = false })).Excess);

    [Fact]
    public void A_sentence_that_is_too_long_is_named_with_its_excess()
    {
        var no = Assert.IsType<FitResult.TooLong>(Fitter.Fit("Short. This sentence is far too long to stand alone.", Limits(20)));

        Assert.Equal(25, no.Excess);
        Assert.Contains("“This sentence is far too long ", no.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_part_exceeds_the_limit_and_no_character_is_lost() => Gen.Select(Texts, Gen.Int[1, 80], Gen.Enum<LengthUnit>()).Sample((text, limit, unit) =>
    {
        if (Fitter.Fit(text, Limits(limit) with { Unit = unit }) is FitResult.Fits fits)
        {
            Assert.All(fits.Parts, part => Assert.True(TextLength.Count(part, unit) <= limit));
            Assert.Equal(Visible(text), Visible(string.Concat(fits.Parts)));
        }
    });

    internal static string Visible(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static IReadOnlyList<string> Parts(string text, ChannelTraits traits) => Assert.IsType<FitResult.Fits>(Fitter.Fit(text, traits)).Parts;

    private static ChannelTraits Limits(int length) => InMemoryChannel.Unlimited with { MaxLength = length };
}
