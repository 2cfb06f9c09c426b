using System.Text;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class ByteFacetsTests
{
    [Fact]
    public void Offsets_are_bytes() => Assert.Equal(
        [new ByteFacet(5, 15, ByteFacetKind.Link, "https://nhs.uk/flu"), new ByteFacet(16, 20, ByteFacetKind.Tag, "Flu")],
        ByteFacets.Find("😀 nhs.uk/flu #Flu"));

    [Fact]
    public void Every_facet_lies_within_its_text() => Gen.String[Gen.OneOf(Gen.Char["@#$.: ahttps/é😀("], Gen.Char), 0, 60].Sample(text =>
        Assert.All(ByteFacets.Find(text), facet => Assert.InRange(facet.End, facet.Start + 1, Encoding.UTF8.GetByteCount(text))));
}
