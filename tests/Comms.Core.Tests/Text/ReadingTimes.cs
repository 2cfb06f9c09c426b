using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public class ReadingTimes
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("  it's one-half \n of 3 — words 😊 ", 5)]
    public void Words_are_runs_with_a_letter_or_digit(string text, int words) => Assert.Equal(words, ReadingTime.Words(text));

    [Fact]
    public void An_average_adult_reads_1190_words_in_five_minutes() =>
        Assert.Equal(TimeSpan.FromMinutes(5), ReadingTime.Of(string.Concat(Enumerable.Repeat("word ", 1190))));

    [Fact]
    public void A_speed_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ReadingTime.Of("", 0));
}
