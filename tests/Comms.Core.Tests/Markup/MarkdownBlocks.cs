using Comms.Core.Documents;
using Comms.Core.Markup;
using Xunit;

namespace Comms.Core.Tests.Markup;

public class MarkdownBlocks
{
    public static TheoryData<string, string> Sources { get; } = new()
    {
        { "# a\n\nb **c** [d](https://a.example/)", """{"type":"heading","text":"a","level":2} {"type":"paragraph","text":[{"text":"b "},{"text":"c","strong":true},{"text":" "},{"text":"d","url":"https://a.example/"}]}""" },
        { "1. a\n2. b", """{"type":"list","items":["a","b"],"ordered":true}""" },
        { "> a\n\nb", """{"type":"quote","text":"a"} {"type":"paragraph","text":"b"}""" },
        { "| a | b |\n|---|---|\n| 1 | 2 |", """{"type":"table","caption":"Table","columns":[{"name":"a"},{"name":"b"}],"rows":[["1","2"]]}""" },
        { "![P](https://a.example/p.png)", """{"type":"image","url":"https://a.example/p.png","alt":"P"}""" },
        { "see https://a.example/x now", """{"type":"paragraph","text":[{"text":"see "},{"text":"https://a.example/x","url":"https://a.example/x"},{"text":" now"}]}""" },
        { "<b>a</b> <script>alert(1)</script>", """{"type":"paragraph","text":"<b>a</b> <script>alert(1)</script>"}""" },
        { "[a](javascript:alert(1))", """{"type":"paragraph","text":"a"}""" },
        { "", "" },
    };

    public static TheoryData<string, string> Bombs { get; } = new()
    {
        { string.Concat(Enumerable.Repeat("> ", 5_000)) + "a", "is nested too deeply to be meant" },
        { string.Concat(Enumerable.Repeat("[a](", 20_000)), "has more brackets than anyone writes" },
        { string.Concat(Enumerable.Repeat("https://a.example/ ", 20_000)), "has more addresses than anyone writes" },
        { string.Concat(Enumerable.Repeat("|a", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|x\n", 2_000)), "has a larger table than anyone writes" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Markdown_is_read_as_what_it_shows(string source, string expected) => Assert.Equal(expected, Blocks.AsJson(MarkupReader.ReadMarkdown(source)));

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_would_keep_the_parser_busy_is_shown_as_words_and_told(string source, string why)
    {
        var reading = MarkupReader.ReadMarkdown(source);

        Assert.Equal([new Paragraph(source)], reading.Blocks);
        Assert.Equal([$"The Markdown {why}; it is shown as words."], reading.Remarks);
    }
}
