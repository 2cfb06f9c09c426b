using System.Text;
using System.Text.Json;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text.Conformance;

public sealed class RichTextTests
{
    [Fact]
    public void Mentions_and_links_are_found_in_every_text()
    {
        var (texts, expected) = (PublicCases.Script("inputs")[0], PublicCases.Script("outputs")[0]);

        foreach (var (text, segments) in texts.EnumerateArray().Zip(expected.EnumerateArray()))
        {
            Assert.Equal(segments.EnumerateArray().Select(Segment), Segments(text.GetString()!));
        }
    }

    [Fact]
    public void Tags_and_tickers_are_found_in_every_text()
    {
        foreach (var row in PublicCases.Script("inputs").Skip(1).SelectMany(table => table.EnumerateArray()))
        {
            var found = ByteFacets.Find(row[0].GetString()!).Where(facet => facet.Kind == ByteFacetKind.Tag).ToArray();
            Assert.Equal(row[1].EnumerateArray().Select(tag => tag.GetString()), found.Select(facet => facet.Target));
            Assert.Equal(
                row[2].EnumerateArray().Select(at => (at.GetProperty("byteStart").GetInt32(), at.GetProperty("byteEnd").GetInt32())),
                found.Select(facet => (facet.Start, facet.End)));
        }
    }

    private static string Segment(JsonElement segment) =>
        segment.GetArrayLength() == 1 ? segment[0].GetString()! : $"{segment[0].GetString()} → {segment[1].GetString()!.Replace("did:fake:", "", StringComparison.Ordinal)}";

    private static IEnumerable<string> Segments(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = 0;
        foreach (var facet in ByteFacets.Find(text))
        {
            if (facet.Start > at)
            {
                yield return Encoding.UTF8.GetString(bytes, at, facet.Start - at);
            }

            yield return $"{Encoding.UTF8.GetString(bytes, facet.Start, facet.End - facet.Start)} → {facet.Target}";
            at = facet.End;
        }

        if (at < bytes.Length)
        {
            yield return Encoding.UTF8.GetString(bytes, at, bytes.Length - at);
        }
    }
}
