using Comms.Core.Documents;
using Comms.Core.Markup;
using Xunit;

namespace Comms.Core.Tests.Markup;

public class HtmlBlocks
{
    public static TheoryData<string, string> Sources { get; } = new()
    {
        { "<h1>a <b>b</b></h1><h3>c</h3>", """{"type":"heading","text":"a b","level":2} {"type":"heading","text":"c","level":3}""" },
        { "one <b>two </b> three <a href='https://a.example/'>four</a>.", """{"type":"paragraph","text":[{"text":"one "},{"text":"two","strong":true},{"text":" three "},{"text":"four","url":"https://a.example/"},{"text":"."}]}""" },
        { "<p>a<br>b</p>c", """{"type":"paragraph","text":"a\nb"} {"type":"paragraph","text":"c"}""" },
        { "<pre>a\n  b\tc</pre>", """{"type":"paragraph","text":"a\n\u00A0\u00A0b\u00A0\u00A0\u00A0\u00A0c"}""" },
        { "<ol><li>a<ul><li>b</ul><li><p>c<p>d</ol>", """{"type":"list","items":["a",[{"text":"– "},{"text":"b"}],[{"text":"c"},{"text":"\n"},{"text":"d"}]],"ordered":true}""" },
        { "<blockquote><p>a</p><p>b</p><cite><a href='https://a.example/'>Jo</a></cite></blockquote>", """{"type":"quote","text":"a\n\nb","author":"Jo","url":"https://a.example/"}""" },
        { "<blockquote>a <a href='https://a.example/'>b</a></blockquote>", """{"type":"quote","text":"a b"} {"type":"link","text":"b","url":"https://a.example/"}""" },
        { "a<img src='https://a.example/p.png' alt='P'>b", """{"type":"paragraph","text":"a"} {"type":"image","url":"https://a.example/p.png","alt":"P"} {"type":"paragraph","text":"b"}""" },
        { "<a href='https://a.example/'><img src='https://a.example/p.png' alt='P'></a>", """{"type":"image","url":"https://a.example/p.png","alt":"P"} {"type":"paragraph","text":[{"text":"P","url":"https://a.example/"}]}""" },
        { "<figure><img src='https://a.example/p.png' alt='P'><figcaption>C</figcaption></figure>", """{"type":"image","url":"https://a.example/p.png","alt":"P","caption":"C"}""" },
        { "<iframe src='https://video.example/e/1' title='A talk'></iframe>", """{"type":"embed","url":"https://video.example/e/1","text":"A talk"}""" },
        { "<video><source src='https://video.example/1.mp4'>none</video>", """{"type":"embed","url":"https://video.example/1.mp4","text":"https://video.example/1.mp4"}""" },
        { "<table><tr><th>a<th>b<tr><td>1<td><a href='https://a.example/'>2</a></table>", """{"type":"table","caption":"Table","columns":[{"name":"a"},{"name":"b"}],"rows":[["1","2"]]} {"type":"link","text":"2","url":"https://a.example/"}""" },
        { "<table><tr><td><h2>a</h2><td><p>b</table>", """{"type":"heading","text":"a","level":2} {"type":"paragraph","text":"b"}""" },
        { "<a href='https://a.example/'><h2>a</h2></a>", """{"type":"heading","text":"a","level":2} {"type":"link","text":"a","url":"https://a.example/"}""" },
        { "<custom-part>a <font color=red>b</font></custom-part>", """{"type":"paragraph","text":"a b"}""" },
        { "<dl><dt>a<dd>b</dl>", """{"type":"paragraph","text":[{"text":"a","strong":true}]} {"type":"paragraph","text":"b"}""" },
        { "", "" },
        { "<frameset><frame src=x></frameset>", "" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Html_is_read_as_what_it_shows(string html, string expected) => Assert.Equal(expected, Blocks.AsJson(MarkupReader.ReadHtml(html)));

    [Fact]
    public void A_relative_link_is_read_against_where_the_page_came_from() =>
        Assert.Equal(
            """{"type":"paragraph","text":[{"text":"a","url":"https://a.example/b/c"}]}""",
            Blocks.AsJson(MarkupReader.ReadHtml("<a href=c>a</a>", new Uri("https://a.example/b/"))));

    [Fact]
    public void What_is_nested_too_deeply_is_left_out_and_told()
    {
        var reading = MarkupReader.ReadHtml("<p>said</p>" + string.Concat(Enumerable.Repeat("<div>", 300)) + "deep");

        Assert.Equal([new Paragraph("said")], reading.Blocks);
        Assert.Equal(["The HTML is nested too deeply to be meant; it was read up to character 1011."], reading.Remarks);
    }

    [Fact]
    public void Marks_that_never_close_are_not_opened_anew_without_end()
    {
        var marks = string.Concat(Enumerable.Range(0, 150).Select(number => $"<b id={number}>"));
        var reading = MarkupReader.ReadHtml(marks + string.Concat(Enumerable.Repeat("<p>x", 20_000)));

        Assert.InRange(reading.Blocks.Count, 5_000, 10_000);
        Assert.Single(reading.Remarks);
    }

    [Fact]
    public void A_table_that_is_mostly_empty_grows_no_larger_than_its_cells()
    {
        var html = "<table><tr>" + string.Concat(Enumerable.Repeat("<th>x", 2_000)) + string.Concat(Enumerable.Repeat("<tr><td>y", 2_000)) + "</table>";

        var table = Assert.IsType<Table>(Assert.Single(MarkupReader.ReadHtml(html).Blocks));

        Assert.InRange(table.Columns.Count * table.Rows.Count, 1, 16_100);
        Assert.Equal(4_000, table.Rows.Sum(row => row.Count));
    }
}
