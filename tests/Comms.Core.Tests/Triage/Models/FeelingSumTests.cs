using Comms.Core.Triage.Models;
using Xunit;

namespace Comms.Core.Tests.Triage.Models;

public sealed class FeelingSumTests
{
    [Fact]
    public void A_word_alone_feels_by_its_value() =>
        Assert.Equal(Squeezed(1.9f), Of((1.9f, Cue.None)), 0.0001f);

    [Theory]
    [InlineData(1, -0.74f)]
    [InlineData(2, -0.74f)]
    [InlineData(3, -0.74f)]
    [InlineData(4, 1f)]
    public void A_not_turns_a_word_up_to_three_words_after_it(int distance, float share)
    {
        var sum = default(FeelingSum);
        sum.Pass(Cue.Turns);
        for (var between = 1; between < distance; between++)
        {
            sum.Pass(Cue.None);
        }

        sum.Add(2, Cue.None);

        Assert.Equal(Squeezed(2 * share), sum.Compound(0, 0, false), 0.0001f);
    }

    [Fact]
    public void A_booster_weighs_less_from_farther_off()
    {
        Assert.Equal(Squeezed(2.293f), Of((0, Cue.Boosts), (2, Cue.None)), 0.0001f);
        Assert.Equal(Squeezed(2 + (0.293f * 0.95f)), Of((0, Cue.Boosts), (0, Cue.None), (2, Cue.None)), 0.0001f);
        Assert.Equal(Squeezed(-2.293f), Of((0, Cue.Boosts), (-2, Cue.None)), 0.0001f);
        Assert.Equal(Squeezed(2 - 0.293f), Of((0, Cue.Dampens), (2, Cue.None)), 0.0001f);
    }

    [Fact]
    public void What_follows_a_but_counts_three_times_what_went_before()
    {
        var sum = default(FeelingSum);
        sum.Add(2, Cue.None);
        sum.Contrast();
        sum.Add(-2, Cue.None);

        Assert.Equal(Squeezed(1 - 3), sum.Compound(0, 0, false), 0.0001f);
    }

    [Fact]
    public void A_no_before_a_feeling_word_turns_it_and_feels_nothing_itself() =>
        Assert.Equal(Squeezed(2 * -0.74f), Of((-1.2f, Cue.Refuses), (2, Cue.None)), 0.0001f);

    [Fact]
    public void Capitals_count_unless_all_is_in_capitals()
    {
        var sum = default(FeelingSum);
        sum.Add(2, Cue.Loud);

        Assert.Equal(Squeezed(2.733f), sum.Compound(0, 0, allLoud: false), 0.0001f);
        Assert.Equal(Squeezed(2), sum.Compound(0, 0, allLoud: true), 0.0001f);
    }

    [Fact]
    public void Marks_strengthen_what_is_felt_and_no_more_than_four()
    {
        var sum = default(FeelingSum);
        sum.Add(-2, Cue.None);

        Assert.Equal(Squeezed(-2 - 0.292f), sum.Compound(1, 0, false), 0.0001f);
        Assert.Equal(sum.Compound(4, 0, false), sum.Compound(40, 0, false));
        Assert.Equal(Squeezed(-2.36f), sum.Compound(0, 2, false), 0.0001f);
        Assert.Equal(0, default(FeelingSum).Compound(3, 3, false));
    }

    private static float Of(params (float Value, Cue Cue)[] words)
    {
        var sum = default(FeelingSum);
        foreach (var (value, cue) in words)
        {
            if (value == 0)
            {
                sum.Pass(cue);
            }
            else
            {
                sum.Add(value, cue);
            }
        }

        return sum.Compound(0, 0, false);
    }

    private static float Squeezed(float sum) => sum / MathF.Sqrt((sum * sum) + 15);
}
