using Comms.Core.Listening.Topics;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Listening.Topics;

public class TopicMatcherTests
{
    private readonly TopicMatcher _matcher = new(
    [
        new Topic { Name = "Flu jabs", Phrases = ["#FluJab", "flu jab"] },
        new Topic { Name = "St Mary's", Phrases = ["St Mary's"] },
    ]);

    [Theory]
    [InlineData("Where is my FLU JAB?", 0)]
    [InlineData("Had it! #flujab", 0)]
    [InlineData("flu\n  jab", 0)]
    [InlineData("Moved to St Mary’s last night", 1)]
    [InlineData("Moved to St Mary's last night", 1)]
    public void A_phrase_is_found_whatever_its_case_space_and_apostrophe(string text, int topic) => Assert.Equal([topic], Find(text));

    [Theory]
    [InlineData("#FluJabs")]
    [InlineData("the flu jabbed me")]
    [InlineData("https://town.example/page#FluJab")]
    [InlineData("flujab")]
    [InlineData("")]
    public void What_only_holds_its_letters_is_not(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_text_may_touch_several() => Assert.Equal([0, 1], Find("#FluJab and flu jab at St Mary's"));

    [Theory]
    [InlineData("#NHS #nhs and #Cymru2026!", "#NHS #Cymru2026")]
    [InlineData("room #12, c#sharp, &#x27; and https://a.example/#top", "")]
    [InlineData("#Iechyd, #Dŵr.", "#Iechyd #Dŵr")]
    public void Hashtags_are_those_a_platform_would_make(string text, string tags) => Assert.Equal(tags, string.Join(' ', Hashtags.In(text)));

    private int[] Find(string text) => _matcher.Find(text, Hashtags.In(text));
}
