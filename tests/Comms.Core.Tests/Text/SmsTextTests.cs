using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Letters_of_the_alphabet_are_one_septet_each(int letters, int parts)
    {
        var message = SmsText.Of(new string('a', letters));

        Assert.True(message.IsGsm);
        Assert.Equal((letters, parts, parts), (message.Units, message.Parts.Count, message.Billed));
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_letter_of_Welsh_makes_the_whole_message_wide(int letters, int parts)
    {
        var message = SmsText.OfNotify("ŵ" + new string('a', letters - 1));

        Assert.False(message.IsGsm);
        Assert.Equal((letters, parts), (message.Units, message.Parts.Count));
    }

    [Fact]
    public void A_sign_of_the_extension_never_straddles_two_parts_although_the_bill_says_so()
    {
        var message = SmsText.Of(new string('a', 152) + "€" + new string('a', 151) + "€");

        Assert.Equal(307, message.Units);
        Assert.Equal(3, message.Billed);
        Assert.Equal([152, 152, 1], message.Parts.Select(part => part.Length));
    }

    [Fact]
    public void The_parts_may_be_one_more_than_the_bill()
    {
        var message = SmsText.Of(new string('a', 152) + "€" + new string('a', 152));

        Assert.Equal((306, 2, 3), (message.Units, message.Billed, message.Parts.Count));
    }

    [Theory]
    [InlineData("“It’s – well… done”", "\"It's - well... done\"")]
    [InlineData("a\u200Bb\u00A0c\td", "ab c d")]
    [InlineData("Ŵŷâê", "Ŵŷâê")]
    [InlineData("Dvořák", "Dvorák")]
    [InlineData("Łódź", "Lódz")]
    [InlineData("ok 👍 д", "ok ? ?")]
    public void Notify_replaces_what_the_alphabet_lacks(string text, string sent) => Assert.Equal(sent, string.Concat(SmsText.OfNotify(text).Parts));

    [Fact]
    public void No_part_is_too_long_and_no_letter_is_lost() => Gen.String[Gen.OneOf(Gen.Char["ab€[ŵ"], Gen.Char), 0, 500].Sample(text =>
    {
        var message = SmsText.Of(text);
        Assert.Equal(text, string.Concat(message.Parts));
        Assert.All(message.Parts, part => Assert.InRange(SmsText.Of(part).Units, 0, message.IsGsm ? 160 : 153));
        Assert.InRange(message.Parts.Count, message.Billed, message.Billed + 1 + (message.Billed / 20));
    });
}
