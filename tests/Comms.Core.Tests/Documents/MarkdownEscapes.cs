using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class MarkdownEscapes
{
    [Theory]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("1) no list", "1\\) no list")]
    [InlineData("2026 was long.", "2026 was long.")]
    [InlineData("    no code", "no code")]
    [InlineData("=== no rule", "\\=== no rule")]
    [InlineData("a * b _ c `d`", "a \\* b \\_ c \\`d\\`")]
    [InlineData("<b> & [x](y)", "\\<b\\> \\& \\[x\\](y)")]
    [InlineData("see https://evil.example", "see https\\://evil.example")]
    [InlineData("WWW.evil.example", "WWW\\.evil.example")]
    [InlineData("a@b.example", "a\\@b.example")]
    [InlineData("It's 5.30, isn't it?", "It's 5.30, isn't it?")]
    public void Text_stays_text_and_stays_readable(string text, string expected)
    {
        var markdown = DocumentRenderer.Render(new Document { Title = "T", Blocks = [new Paragraph(text)] }, DocumentFormat.Markdown);
        Assert.Equal($"# T\n\n{expected}\n", markdown);
    }

    [Fact]
    public void A_quotation_keeps_its_lines_and_cannot_leave_them()
    {
        var quote = new Quote("one\ntwo\n\n# three");
        var markdown = DocumentRenderer.Render(new Document { Title = "T", Blocks = [quote] }, DocumentFormat.Markdown);
        Assert.Equal("# T\n\n> one\\\n> two\n>\n> \\# three\n", markdown);
    }

    [Fact]
    public void A_cell_cannot_open_another()
    {
        var table = new Table("C", [new Column("A"), new Column("B", Numeric: true)], [["x | y", "1\n2"]]);
        var markdown = DocumentRenderer.Render(new Document { Title = "T", Blocks = [table] }, DocumentFormat.Markdown);
        Assert.EndsWith("| A | B |\n| --- | ---: |\n| x \\| y | 1 2 |\n", markdown, StringComparison.Ordinal);
    }
}
