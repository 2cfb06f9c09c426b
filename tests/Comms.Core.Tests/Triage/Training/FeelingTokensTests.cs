using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class FeelingTokensTests
{
    [Fact]
    public void What_both_lexicons_say_of_a_word_is_one_token()
    {
        var token = Assert.Single(FeelingTokens.Of([new FeelingWord("Good", 1.9f, 0), new FeelingWord("good", 0, 3)]));
        Assert.Equal((19, 30), (token.Valence.Vader, token.Valence.Afinn));
    }

    [Fact]
    public void Several_words_and_words_without_feeling_are_left_out() =>
        Assert.Empty(FeelingTokens.Of([new FeelingWord("does not work", 0, -3), new FeelingWord("table", 0, 0)]));
}
