using Comms.Core.Triage.Models;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Models;

public sealed class TextShapeTests
{
    [Fact]
    public void Reading_many_letters_at_once_counts_as_one_by_one_does() => Gen.String[Gen.Char["abXYZ #\n.é"], 0, 60].Sample(text =>
    {
        var shape = TextShape.Of(text);
        Assert.Equal(text.Count(char.IsAsciiLetterUpper), shape.Capitals);
        Assert.Equal(text.Count(char.IsAsciiLetterLower), shape.Smalls);
        Assert.Equal(text.Zip(text.Skip(1)).Count(pair => char.IsAsciiLetterLower(pair.First) && char.IsAsciiLetterUpper(pair.Second)), shape.InnerCapitals);
        Assert.Equal(text.Contains("  ", StringComparison.Ordinal), shape.WideGaps);
        Assert.Equal(text.Contains('\n', StringComparison.Ordinal), shape.Breaks);
        Assert.Equal(text.Contains('#', StringComparison.Ordinal), shape.Tagged);
        Assert.Equal(text.TrimEnd().Length < text.Length, shape.Trails);
    });
}
