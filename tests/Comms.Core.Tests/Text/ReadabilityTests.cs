using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("the", 1)]
    [InlineData("make", 1)]
    [InlineData("table", 2)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("boxes", 2)]
    [InlineData("cares", 1)]
    [InlineData("nation", 2)]
    [InlineData("hospital", 3)]
    [InlineData("appointment", 3)]
    [InlineData("vaccination", 4)]
    [InlineData("radio", 3)]
    public void Syllables_are_counted_by_their_vowels(string word, int count) => Assert.Equal(count, Syllables.Of(word));

    [Fact]
    public void Below_a_hundred_words_no_formula_holds()
    {
        var readability = Readability.Of("The clinic is open today. You do not need to book.");

        Assert.True(readability.TooShort);
        Assert.Equal((11, 2), (readability.Words, readability.Sentences));
        Assert.Null(readability.FleschKincaidGrade);
        Assert.Null(readability.Smog);
    }

    [Fact]
    public void The_formulas_are_those_of_their_authors()
    {
        // 20 sentences of 5 words: 7 syllables and 20 letters in each, one word of three syllables, which has 8 letters.
        var readability = Readability.Of(string.Join(' ', Enumerable.Repeat("The hospital has two beds.", 20)));

        Assert.Equal(100, readability.Words);
        Assert.Equal(206.835 - (1.015 * 5) - (84.6 * 7 / 5), readability.FleschReadingEase!.Value, 6);
        Assert.Equal((0.39 * 5) + (11.8 * 7 / 5) - 15.59, readability.FleschKincaidGrade!.Value, 6);
        Assert.Equal(0.4 * (5 + 20), readability.GunningFog!.Value, 6);
        Assert.Equal((0.0588 * 420) - (0.296 * 20) - 15.8, readability.ColemanLiau!.Value, 6);
        Assert.Equal((4.71 * 4.2) + 2.5 - 21.43, readability.AutomatedReadability!.Value, 6);
        Assert.Equal(5 + 20, readability.Lix!.Value, 6);
        Assert.Null(readability.Smog);
    }

    [Fact]
    public void Smog_holds_from_thirty_sentences()
    {
        var readability = Readability.Of(string.Join(' ', Enumerable.Repeat("The hospital has two beds.", 30)));

        Assert.Equal((1.0430 * Math.Sqrt(30)) + 3.1291, readability.Smog!.Value, 6);
    }

    [Fact]
    public void Nothing_is_no_text() => Assert.Equal((0, 0), (Readability.Of("").Words, Readability.Of(" \n–").Sentences));
}
