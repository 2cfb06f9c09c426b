using Comms.Core.Tests.Authoring;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three? Four…", new[] { "One.", "Two!", "Three?", "Four…" })]
    [InlineData("“Stop.” He stopped. (Really.) Yes", new[] { "“Stop.”", "He stopped.", "(Really.)", "Yes" })]
    [InlineData("Ring 01632 960.001 or see a.example.test/b.c now", new[] { "Ring 01632 960.001 or see a.example.test/b.c now" })]
    [InlineData("A line\nanother\r\n\r\nlast", new[] { "A line", "another", "last" })]
    [InlineData("  \n ", new string[0])]
    [InlineData("\"", new[] { "\"" })]
    public void A_sentence_ends_where_a_reader_would_say(string text, string[] sentences) => Assert.Equal(sentences, Sentences.Split(text));

    [Fact]
    public void No_character_but_white_space_is_lost() => Gen.String.Sample(text =>
        Assert.Equal(FitterTests.Visible(text), FitterTests.Visible(string.Concat(Sentences.Split(text)))));

    [Fact]
    public void No_sentence_is_empty_or_begins_or_ends_with_white_space() => Gen.String[Gen.Char[" \n.!?a”"], 0, 30].Sample(text =>
        Assert.All(Sentences.Split(text), sentence => Assert.True(sentence.Length > 0 && sentence == sentence.Trim())));
}
