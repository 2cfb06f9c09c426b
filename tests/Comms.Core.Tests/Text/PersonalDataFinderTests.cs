using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class PersonalDataFinderTests
{
    [Theory]
    [InlineData("my number is 943 476 5919 thanks", "nhs-number", "943 476 5919")]
    [InlineData("9434765919", "nhs-number", "9434765919")]
    [InlineData("NI AB 12 34 56 C", "national-insurance-number", "AB 12 34 56 C")]
    [InlineData("ring 07700 900142 after six", "phone", "07700 900142")]
    [InlineData("ring +44 7700 900142", "phone", "+44 7700 900142")]
    [InlineData("ring (01632) 960188.", "phone", "01632) 960188")]
    [InlineData("I live at SW1A 1AA now", "postcode", "SW1A 1AA")]
    [InlineData("m1 1ae", "postcode", "m1 1ae")]
    [InlineData("write to ann.lee@post.example, please", "email", "ann.lee@post.example")]
    [InlineData("DOB 03/04/1961", "date-of-birth", "03/04/1961")]
    [InlineData("she was born on 3 April 1961", "date-of-birth", "3 April 1961")]
    [InlineData("card 4111 1111 1111 1111", "card-number", "4111 1111 1111 1111")]
    public void Finds(string text, string kind, string words)
    {
        var found = Assert.Single(PersonalDataFinder.Find(text));
        Assert.Equal((kind, words), (found.Kind, text.Substring(found.Start, found.Length)));
    }

    [Theory]
    [InlineData("my number is 943 476 5918")]
    [InlineData("waited 3 hours on 4 wards since 2019")]
    [InlineData("on 03/04/2026 I came to clinic B12")]
    [InlineData("call 111 or 999")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("thanks @tarrenmarch for everything")]
    [InlineData("type 2 diabetes, HbA1c 48, ward 7B")]
    public void Leaves_alone(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Fact]
    public void Redacts_each_stretch_with_its_kind() =>
        Assert.Equal("mail [email] or ring [phone]", Redactor.Redact("mail a@b.example or ring 07700 900142"));

    [Fact]
    public void Spans_are_in_order_and_inside_whatever_the_text() => Gen.String.Sample(text =>
    {
        var end = 0;
        foreach (var data in PersonalDataFinder.Find(text))
        {
            Assert.True(data.Start >= end && data.Length > 0);
            end = data.Start + data.Length;
        }

        Assert.True(end <= text.Length);
    });
}
