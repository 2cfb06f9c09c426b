using Comms.Core.RoundUps.Reads;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Reads;

public class ReadTitleTests
{
    private static readonly string[] Four = ["Plain English", "Weekend cover", "A kind reply", "Fewer posts"];

    [Theory]
    [InlineData(200, "Our weekly read-round-up #5: Plain English, Weekend cover, A kind reply and Fewer posts")]
    [InlineData(65, "Our weekly read-round-up #5: Plain English and 3 more")]
    [InlineData(72, "Our weekly read-round-up #5: Plain English, Weekend cover and 2 more")]
    [InlineData(40, "Our weekly read-round-up #5")]
    [InlineData(20, null)]
    public void As_many_items_as_fit_are_named(int limit, string? title) =>
        Assert.Equal(title, ReadTitle.Compose("Our weekly read-round-up", 5, Four, limit, LengthUnit.Graphemes));

    [Fact]
    public void One_item_is_named_alone() => Assert.Equal("Reads #1: Plain English", ReadTitle.Compose("Reads", 1, ["Plain English"], 65, LengthUnit.Graphemes));

    [Fact]
    public void It_fits_and_cuts_no_word_whatever_the_items() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 20].Array[1, 12], Gen.Int[10, 120], Gen.Enum<LengthUnit>()).Sample((labels, limit, unit) =>
        {
            if (ReadTitle.Compose("Reads", 7, labels, limit, unit) is not { } title)
            {
                return;
            }

            Assert.True(TextLength.Count(title, unit) <= limit);
            var told = title.Length > "Reads #7".Length ? title["Reads #7: ".Length..].Replace(" and ", ", ", StringComparison.Ordinal).Split(", ") : [];
            Assert.All(told.Where(word => !word.EndsWith(" more", StringComparison.Ordinal)), word => Assert.Contains(word, labels));
        });
}
