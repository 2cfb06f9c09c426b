using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public sealed class ShortLinkLengthTests
{
    [Theory]
    [InlineData("Clinic open", 11)]
    [InlineData("https://example.org/a/very/long/path/to/a/page", 23)]
    [InlineData("see https://example.org.", 28)]
    [InlineData("example.org/path", 16)]
    [InlineData("@anna@social.example hello", 11)]
    [InlineData("@anna hello", 11)]
    [InlineData("write to anna@social.example", 28)]
    [InlineData("👨‍👩‍👧‍👦", 1)]
    public void It_is_what_Mastodon_counts(string text, int length) => Assert.Equal(length, TextLength.Count(text, LengthUnit.ShortLinks));
}
