using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Authoring;

public sealed class ThreadSplitTests
{
    private static readonly Gen<int[]> Lengths = Gen.Int[1, 9].Array[1, 9];

    [Fact]
    public void No_other_split_has_fewer_parts() => Gen.Select(Lengths, Gen.Int[10, 25]).Sample((lengths, limit) =>
    {
        var text = string.Join(' ', lengths.Select(length => new string('a', length) + "."));

        var parts = Assert.IsType<FitResult.Fits>(Fitter.Fit(text, Limits(limit))).Parts;

        Assert.Equal(Fewest([.. lengths.Select(length => length + 1)], limit), parts.Count);
        Assert.All(parts, part => Assert.True(part.Length <= limit));
    });

    [Fact]
    public void A_part_keeps_its_paragraphs_and_its_spaces() =>
        Assert.Equal(["One.\n\nTwo.  Three.", "Four five six."], Parts("One.\n\nTwo.  Three.\n\nFour five six.", 18));

    [Fact]
    public void Of_two_ways_as_short_the_one_between_paragraphs_is_taken() =>
        Assert.Equal(["One. Two.", "Three. Four."], Parts("One. Two.\nThree. Four.", 16));

    [Fact]
    public void Of_two_ways_as_good_the_more_even_is_taken() =>
        Assert.Equal(["Aaaa. Bbbb.", "Cccc. Dddd."], Parts("Aaaa. Bbbb. Cccc. Dddd.", 17));

    [Fact]
    public void Both_limits_hold() => Assert.Equal(
        ["éé. éé.", "éé."],
        Assert.IsType<FitResult.Fits>(Fitter.Fit("éé. éé. éé.", Limits(100) with { MaxBytes = 12 })).Parts);

    private static int Fewest(int[] lengths, int limit)
    {
        var best = int.MaxValue;
        for (var cuts = 0; cuts < 1 << (lengths.Length - 1); cuts++)
        {
            var (parts, length, fits) = (1, lengths[0], lengths[0] <= limit);
            for (var at = 1; at < lengths.Length; at++)
            {
                var cut = (cuts >> (at - 1) & 1) == 1;
                (parts, length) = cut ? (parts + 1, lengths[at]) : (parts, length + 1 + lengths[at]);
                fits &= length <= limit;
            }

            best = fits ? Math.Min(best, parts) : best;
        }

        return best;
    }

    private static IReadOnlyList<string> Parts(string text, int limit) => Assert.IsType<FitResult.Fits>(Fitter.Fit(text, Limits(limit))).Parts;

    private static ChannelTraits Limits(int length) => InMemoryChannel.Unlimited with { MaxLength = length, Unit = LengthUnit.Utf16 };
}
