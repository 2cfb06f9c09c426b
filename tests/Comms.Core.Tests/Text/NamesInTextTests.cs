using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Text;

public class NamesInTextTests
{
    [Theory]
    [InlineData("Read what @herald@towns.example wrote.", true)]
    [InlineData("Read what @HERALD@towns.example.", true)]
    [InlineData("(@herald@towns.example)", true)]
    [InlineData("As @herald@towns.example's story says", true)]
    [InlineData("Read what @herald@towns.example.org wrote.", false)]
    [InlineData("Read what the@herald@towns.example wrote.", false)]
    [InlineData("Read what @herald@towns.examples wrote, and @herald@towns.example", true)]
    public void Only_its_whole_name_stands_in_a_text(string text, bool stands) =>
        Assert.Equal(stands, new NamesInText(["@herald@towns.example", "@other"]).In(text).Any());

    [Fact]
    public void Names_of_several_words_stand_too_and_each_is_named_once() => Assert.Equal(
        ["Town Herald", "@jo"],
        new NamesInText(["Town Herald", "Town Hall", "@jo", "★"]).In("The Town Herald, says @jo of the town herald. ★ @jo").Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public void What_stands_is_found_as_by_looking_for_each_name() =>
        Gen.Select(Gen.OneOf(Gen.Const("@a"), Gen.Const("@a.b"), Gen.Const("@a@b"), Gen.Const("@b"), Gen.Const("a"), Gen.Const("a b")).Array[1, 4], Gen.String["@ab .-,"]).Sample((names, text) =>
        {
            string[] each = [.. names.Distinct(StringComparer.Ordinal)];
            Assert.Equal(each.Where(name => WholeWords.Stand(name, text)).Order(StringComparer.Ordinal), new NamesInText(each).In(text).Order(StringComparer.Ordinal));
        });
}
