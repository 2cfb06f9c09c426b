using System.Text.RegularExpressions;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public partial class NearDuplicateWords
{
    private static readonly string[] Parts =
        ["don't", "@jo", "3.5", "1,000", "https:", "😊", "e\u0301", "£", "+", "-", "...", "\"", "<b>", " ", "\n", "Ward", "'", ".", ",", "\uD83D", "@", "Ŵy"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Parts.Length - 1].Select(at => Parts[at]),
        Gen.Char.Select(sign => sign.ToString())).Array[0, 30].Select(parts => string.Concat(parts))
        .Where(text => !text.Contains("://", StringComparison.Ordinal));

    /// <summary>Addresses are read by rules of their own, and tried by their own examples.</summary>
    [Fact]
    public void Words_are_those_of_the_pattern_that_defines_them() => Texts.Sample(
        text => Assert.Equal(
            Word().Matches(text.Replace('’', '\'').Replace('‘', '\'')).Select(match => match.Value.ToLowerInvariant()),
            NearDuplicateTokens.Read(text)),
        iter: 5_000);

    [GeneratedRegex(@"@?[\p{L}\p{N}\p{M}]+([.,'][\p{L}\p{N}\p{M}]+)*|[\p{So}\p{Sm}\p{Sc}]|[\uD800-\uDBFF][\uDC00-\uDFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
