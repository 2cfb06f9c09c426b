using Comms.Core.Ledger;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Ledger;

public class ContentIdTests
{
    private static readonly Gen<string[]> Parts = Gen.String[Gen.Char.AlphaNumeric, 0, 4].Array[0, 4];

    [Fact]
    public void The_same_parts_give_the_same_id_and_others_another() => Gen.Select(Parts, Parts).Sample((one, other) =>
    {
        Assert.Equal(one.SequenceEqual(other), ContentId.Of(one) == ContentId.Of(other));
        Assert.Equal(one.SequenceEqual(other), ContentId.Hex(one) == ContentId.Hex(other));
    });

    [Fact]
    public void Parts_do_not_run_together() => Assert.NotEqual(ContentId.Of("ab", "c"), ContentId.Of("a", "bc"));

    [Fact]
    public void An_id_has_16_digits_that_nobody_misreads() => Parts.Sample(parts =>
    {
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{16}$", ContentId.Of(parts));
        Assert.Matches("^[0-9a-f]{32}$", ContentId.Hex(parts));
    });
}
