using System.Text;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public class TextLengthTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("Llŷn", 4, 4, 5)]
    [InlineData("👩‍⚕️", 1, 5, 13)]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 1, 14, 28)]
    [InlineData("e\u0301\r\n", 2, 4, 5)]
    public void A_text_is_as_long_as_its_unit_counts(string text, int graphemes, int utf16, int utf8)
    {
        Assert.Equal(graphemes, TextLength.Count(text, LengthUnit.Graphemes));
        Assert.Equal(utf16, TextLength.Count(text, LengthUnit.Utf16));
        Assert.Equal(utf8, TextLength.Count(text, LengthUnit.Utf8));
    }

    [Fact]
    public void Any_input_is_counted_unpaired_surrogates_too() => Gen.String.Sample(text =>
    {
        Assert.InRange(TextLength.Count(text, LengthUnit.Graphemes), Math.Min(1, text.Length), text.Length);
        Assert.Equal(Encoding.UTF8.GetByteCount(text), TextLength.Count(text, LengthUnit.Utf8));
    });

    [Fact]
    public void A_unit_that_is_none_is_the_caller_s_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextLength.Count("x", (LengthUnit)9));
}
