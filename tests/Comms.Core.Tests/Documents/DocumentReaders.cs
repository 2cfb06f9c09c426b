using System.Text;
using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class DocumentReaders
{
    [Fact]
    public void The_documented_form_is_read()
    {
        var reading = DocumentReader.Read("""
            {"title":"T","blocks":[
              {"type":"heading","text":"H","level":2},
              {"text":"P","type":"paragraph"},
              {"type":"quote","text":"Q","author":"A","url":"https://a.example"},
              {"type":"message","text":"M","author":"A","url":"https://a.example","at":"2026-11-16T09:00:00+00:00"},
              {"type":"list","items":["a",[{"text":"b","strong":true}]]},
              {"type":"link","text":"L","url":"https://a.example"},
              {"type":"image","url":"https://a.example/p.png","alt":"A"},
              {"type":"embed","url":"https://a.example","text":"E","author":"A"}]}
            """u8);
        var document = Assert.IsType<DocumentReading.Read>(reading).Document;
        Assert.Equal(8, document.Blocks.Count);
        Assert.Equal(new Paragraph("P"), document.Blocks[1]);
        Assert.Equal(new Quote("Q", "A", "https://a.example"), document.Blocks[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"title":"T"}""")]
    [InlineData("""{"title":null,"blocks":[]}""")]
    [InlineData("""{"title":"T","blocks":[null]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"script","text":"x"}]}""")]
    [InlineData("""{"title":"T","blocks":[{"text":"x"}]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"paragraph"}]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"paragraph","text":null}]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"paragraph","text":[null]}]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"list","items":[null]}]}""")]
    [InlineData("""{"title":"T","blocks":[{"type":"paragraph","text":"x","onclick":"y"}]}""")]
    public void What_is_no_document_is_refused_with_a_reason(string json) =>
        Assert.NotEmpty(Assert.IsType<DocumentReading.Unreadable>(DocumentReader.Read(Encoding.UTF8.GetBytes(json))).Reason);

    [Fact]
    public void What_is_written_is_read_back_to_the_same()
    {
        foreach (var text in Hostile.Texts.Where(text => !text.Any(char.IsSurrogate)))
        {
            var json = DocumentRenderer.RenderUtf8(Hostile.Everywhere(text, text), DocumentFormat.Json);
            var document = Assert.IsType<DocumentReading.Read>(DocumentReader.Read(json)).Document;
            Assert.Equal(json, DocumentRenderer.RenderUtf8(document, DocumentFormat.Json));
        }
    }
}
