using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public class NearDuplicateFolds
{
    private const string Original = "The car park at the maternity unit was full again this morning and I missed the start of my scan because of it";

    private static readonly Gen<string> Words = Gen.Int[0, 8].Select(at => "a b c d e f 7 8 not".Split(' ')[at]);

    [Theory]
    [InlineData("RT @jo@towns.example: " + Original)]
    [InlineData("“" + Original + "”")]
    [InlineData(Original + "!!!")]
    [InlineData(Original + " via @jo")]
    [InlineData("THE CAR PARK AT THE MATERNITY UNIT WAS FULL AGAIN THIS MORNING AND I MISSED THE START OF MY SCAN BECAUSE OF IT")]
    [InlineData(Original + " sadly")]
    public void The_same_words_fold(string text) => Assert.Equal([0, 0], NearDuplicates.Fold([Original, text]));

    [Theory]
    [InlineData("The car park at the maternity unit was not full again this morning and I missed the start of my scan because of it")]
    [InlineData("The car park at the maternity unit wasn't full again this morning and I missed the start of my scan because of it")]
    [InlineData(Original + " 2")]
    [InlineData(Original + " twice")]
    [InlineData("The \"car park\" at the maternity unit was full again this morning and I missed the start of my scan because of it")]
    [InlineData("The car park was full.")]
    public void A_changed_negation_number_or_quotation_keeps_them_apart(string text) =>
        Assert.Equal([0, 1], NearDuplicates.Fold([Original, text]));

    [Theory]
    [InlineData("Ward 7 was cold", "Ward 8 was cold")]
    [InlineData("Doedd y ward ddim yn lân", "Doedd y ward yn lân")]
    [InlineData("She said \"come back\" to us", "She said \"stay away\" to us")]
    [InlineData("😊", "😡")]
    [InlineData("", "x")]
    [InlineData("https://trust.example/a", "https://trust.example/b")]
    public void Short_texts_that_differ_stay_apart(string first, string second) =>
        Assert.Equal([0, 1], NearDuplicates.Fold([first, second]));

    [Fact]
    public void Tracking_parts_of_an_address_do_not_matter() => Assert.Equal(
        [0, 0],
        NearDuplicates.Fold(["See https://Trust.example/a?id=1", "See https://trust.example/a?utm_source=x&id=1&fbclid=y"]));

    [Fact]
    public void The_index_finds_what_comparing_all_pairs_finds() =>
        Words.List[2, 9].List[0, 25].Sample(words =>
        {
            string[] texts = [.. words.Select(each => string.Join(' ', each))];
            Assert.Equal(Slow(texts), NearDuplicates.Fold(texts, 0.5));
        });

    [Fact]
    public void So_many_that_they_are_read_side_by_side_fold_as_few_do() =>
        Words.Array[2, 6].Array[60].Sample(
            words =>
            {
                string[] few = [.. words.Select(each => string.Join(' ', each))];
                var folded = NearDuplicates.Fold(few);
                string[] many = [.. Enumerable.Range(0, 50).SelectMany(_ => few)];
                Assert.Equal(Enumerable.Range(0, 50).SelectMany(_ => folded), NearDuplicates.Fold(many));
            },
            iter: 10);

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_threshold_out_of_range_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NearDuplicates.Fold([], threshold));

    private static List<int> Slow(string[] texts)
    {
        var folded = new List<int>();
        foreach (var (at, text) in texts.Index())
        {
            var key = NearDuplicateKey.Of(text);
            var same = Enumerable.Range(0, at).Where(before => NearDuplicateKey.Of(texts[before]).Exact == key.Exact).Select(before => folded[before]);
            var near = Enumerable.Range(0, at).Where(before => folded[before] == before && SaysNearly(NearDuplicateKey.Of(texts[before]), key));
            folded.Add(same.Concat(near).Append(at).First());
        }

        return folded;
    }

    private static bool SaysNearly(NearDuplicateKey original, NearDuplicateKey key) => original.Guard == key.Guard && original.Overlap(key) >= 0.5;
}
