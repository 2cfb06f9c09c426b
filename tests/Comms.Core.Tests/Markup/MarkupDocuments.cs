using System.Text;
using Comms.Core.Documents;
using Comms.Core.Markup;
using Xunit;

namespace Comms.Core.Tests.Markup;

public class MarkupDocuments
{
    private static DocumentReading Read(string json) => MarkupDocumentReader.Read(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Blocks_of_markup_become_the_blocks_that_they_say_in_their_place()
    {
        var reading = Assert.IsType<DocumentReading.Read>(Read("""
            {"title":"T","blocks":[
              {"type":"heading","text":"a"},
              {"source":"b\n\n- c","type":"markdown"},
              {"type":"paragraph","text":"d"},
              {"type":"html","source":""},
              {"type":"html","source":"<p>e<script>alert(1)</script>"}]}
            """));

        Assert.Empty(reading.Remarks);
        Assert.Equal(["Heading", "Paragraph", "ListBlock", "Paragraph", "Paragraph"], reading.Document.Blocks.Select(block => block.GetType().Name));
        Assert.Equal(new Paragraph("e"), reading.Document.Blocks[^1]);
    }

    [Fact]
    public void What_could_not_be_read_as_it_was_meant_is_told_by_its_place()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 300));
        var reading = Assert.IsType<DocumentReading.Read>(Read($$"""{"title":"T","blocks":[{"type":"heading","text":"a"},{"type":"html","source":"{{deep}}"}]}"""));

        Assert.Equal("blocks[1]: The HTML is nested too deeply to be meant; it was read up to character 1000.", Assert.Single(reading.Remarks));
    }

    [Theory]
    [InlineData("{\"title\":\"T\",\"blocks\":[{\"type\":\"html\",\n\"source\":\"a\"},\n{\"type\":\"unknown\"}]}", "LineNumber: 2")]
    [InlineData("{\"title\":\"T\",\"blocks\":[{\"type\":\"html\",\"source\":\"a\",\"more\":1}]}", "html")]
    [InlineData("{\"title\":\"T\",\"blocks\":[{\"type\":\"markdown\",\"source\":null}]}", "markdown")]
    [InlineData("{\"title\":\"T\",\"blocks\":[{\"type\":\"html\",\"source\":\"a\"}],\"blocks\":[]}", "uplicate")]
    [InlineData("{\"title\":\"T\",\"blocks\":[{\"type\":\"html\",\"source\":\"a\"}]", "JSON")]
    [InlineData("[{\"type\":\"html\",\"source\":\"a\"}]", "JSON")]
    [InlineData("", "JSON")]
    public void What_is_no_document_is_refused_with_its_place(string json, string reason) =>
        Assert.Contains(reason, Assert.IsType<DocumentReading.Unreadable>(Read(json)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        var reading = Assert.IsType<DocumentReading.Read>(Read("\uFEFF{\"title\":\"T\",\"blocks\":[{\"type\":\"markdown\",\"source\":\"a\"}]}"));

        Assert.Equal([new Paragraph("a")], reading.Document.Blocks);
    }
}
