using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class WideReaderTests
{
    private static readonly string[] Pieces =
    [
        "ward", "The", "don't", "it’s", "'", "`", "’", " ", "  ", "\n", ".", "...", ",", "!", "?!", "#NHS", "@ward", "a@b.uk", ":)", ":-(", "<3",
        "0", "07700 900123", "1st", "2026", "soooo", "aaa", "AAAaaa", "ŵyr", "é", "\u0301", "\u200B", "\u00AD", "日本", "😀", "👍🏽", "\uD83D", "\uDC00",
        "https://example.org/a?b=c", "www.example.org", "http:", "abcdefghijklmnop", "abcdefghijklmnopq", "antidisestablishmentarianism", "&", "-", "_", "\t",
        "\0", "%", "x", "xx", "xxx", "x'", "'x", "x''x", "x'1", "º", "½", "ſ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 60].Select(pieces => string.Concat(pieces)),
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40].Select(pieces => string.Join(' ', pieces)),
        Gen.Char.Array[0, 200].Select(characters => new string(characters)),
        Gen.Char[' ', '~'].Array[0, 200].Select(characters => new string(characters)));

    [Fact]
    public void Gives_the_tokens_of_the_plain_reader_in_any_text() => Texts.Sample(text => Assert.Equal(Plainly(text), Widely(text)), iter: 20_000);

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void A_word_may_lie_over_the_end_of_a_block(int before)
    {
        for (var length = 1; length <= 20; length++)
        {
            for (var shift = 0; shift <= length + 1; shift++)
            {
                var text = new string(' ', before - shift) + new string([.. Enumerable.Range(0, length).Select(i => (char)('a' + i))]) + " it's";
                Assert.Equal(Plainly(text), Widely(text));
            }
        }
    }

    [Fact]
    public void Sees_every_digit_and_at_sign_that_the_plain_reader_sees() => Texts.Sample(text =>
    {
        var plain = new TokenReader(text);
        var wide = new WideReader(text);
        while (plain.Read())
        {
        }

        while (wide.Read())
        {
        }

        Assert.True(wide.SawDigitOrAt || !plain.SawDigitOrAt);
        Assert.Equal((plain.ForeignLetters, plain.ForeignSample), (wide.ForeignLetters, wide.ForeignSample));
    });

    [Fact]
    public void Sees_an_at_sign_that_belongs_to_no_word()
    {
        var wide = new WideReader("@");
        Assert.False(wide.Read());
        Assert.True(wide.SawDigitOrAt);
    }

    private static List<(ulong, int, int, TokenKind, Boundary)> Plainly(string text)
    {
        var tokens = new List<(ulong, int, int, TokenKind, Boundary)>();
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            tokens.Add((reader.Hash, reader.Start, reader.End, reader.Kind, reader.Before));
        }

        return tokens;
    }

    private static List<(ulong, int, int, TokenKind, Boundary)> Widely(string text)
    {
        var tokens = new List<(ulong, int, int, TokenKind, Boundary)>();
        var reader = new WideReader(text);
        while (reader.Read())
        {
            tokens.Add((reader.Hash, reader.Start, reader.End, reader.Kind, reader.Before));
        }

        return tokens;
    }
}
